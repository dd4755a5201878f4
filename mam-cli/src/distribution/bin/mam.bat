@echo off
rem Starts mam with the jars in ..\lib. JAVA_HOME selects the JVM; MAM_OPTS passes options to it.
setlocal DisableDelayedExpansion

for %%d in ("%~dp0..") do set "MAM_HOME=%%~fd"
if not exist "%MAM_HOME%\lib\" (
    >&2 echo mam: the directory "%MAM_HOME%\lib" is missing: bin and lib must stay together
    exit /b 3
)

if defined JAVA_HOME goto java_home
set "MAM_JAVA=java.exe"
where /q java.exe
if not errorlevel 1 goto run
>&2 echo mam: Java not found: install Java 17 or later, or set JAVA_HOME
exit /b 3

:java_home
set "MAM_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%MAM_JAVA%" goto run
>&2 echo mam: JAVA_HOME is "%JAVA_HOME:"=%", but it does not contain bin\java.exe: set JAVA_HOME to Java 17 or later
exit /b 3

:run
rem Hides the warning that Log4j, used by POI, has no implementation.
rem A batch file cannot check whether standard error is a terminal, so mam does not show progress here.
rem The JDK does not export the API that returns a token's label and the number of PIN attempts left.
set MAM_JVM=-XX:+UseSerialGC --add-exports=jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED -Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory -Dmam.stdin.terminal=true %MAM_OPTS% -cp "%MAM_HOME%\lib\*" uk.smets.mam.cli.Mam

rem A JVM that does not start exits with 1, which for mam means that a file has errors: with user options, the start is tested first.
if not defined JAVA_HOME if not defined MAM_OPTS if not defined JAVA_TOOL_OPTIONS if not defined JDK_JAVA_OPTIONS if not defined _JAVA_OPTIONS goto start
"%MAM_JAVA%" %MAM_JVM% --version >nul 2>nul <nul
if %errorlevel% equ 0 goto start
>&2 echo mam: "%MAM_JAVA%" does not start: check JAVA_HOME, the options in MAM_OPTS, JAVA_TOOL_OPTIONS and JDK_JAVA_OPTIONS, and the available memory
exit /b 3

:start
"%MAM_JAVA%" %MAM_JVM% %*
exit /b %errorlevel%
