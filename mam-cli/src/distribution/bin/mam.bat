@echo off
rem Starts mam with the jars beside it. JAVA_HOME chooses the JVM, MAM_OPTS gives it options.
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
>&2 echo mam: no Java found: install Java 17 or later, or set JAVA_HOME
exit /b 3

:java_home
set "MAM_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%MAM_JAVA%" goto run
>&2 echo mam: JAVA_HOME is "%JAVA_HOME:"=%", but there is no program bin\java.exe in it
exit /b 3

:run
rem POI speaks through Log4j; nobody has to hear that nobody listens.
rem A batch file cannot ask whether standard error is a terminal, so mam shows no progress here.
rem What tells a token's label, and the tries that are left for its PIN, is closed in the JDK.
set "MAM_TOKEN=--add-exports=jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED"
"%MAM_JAVA%" -XX:+UseSerialGC %MAM_TOKEN% -Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory -Dmam.stdin.terminal=true %MAM_OPTS% -cp "%MAM_HOME%\lib\*" uk.smets.mam.cli.Mam %*
exit /b %errorlevel%
