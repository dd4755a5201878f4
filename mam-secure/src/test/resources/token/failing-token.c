/*
 * A PKCS #11 library for tests: it wraps SoftHSM2 with a token that fails to log in or to sign with the results given at build time.
 * SoftHSM2 itself never locks a PIN and is never removed.
 *
 *   -DLOGIN=0xA4UL     the result of C_Login (a CK_RV); without it, that of SoftHSM2
 *   -DFLAGS=0x40000UL  flags that are added to those of the token
 *   -DSIGN=0x32UL      the result of every signing function
 *   -DLOGOUT=0x05UL    the result of C_Logout
 *   -DCOUNT=\"file\"   a file to which each call of C_Login appends a byte
 */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

typedef unsigned long rv;

enum { GET_FUNCTION_LIST = 3, GET_TOKEN_INFO = 6, LOG_IN = 18, LOG_OUT = 19, SIGN_ONCE = 43, SIGN_UPDATE, SIGN_FINAL, FUNCTIONS = 68 };

struct functions {
    unsigned char version[2];
    void *function[FUNCTIONS];
};

static struct functions *original;
static struct functions changed;

#ifdef LOGIN
static rv log_in(unsigned long session, unsigned long user, unsigned char *pin, unsigned long length) {
#ifdef COUNT
    FILE *file = fopen(COUNT, "a");
    if (file != NULL) {
        fputc('x', file);
        fclose(file);
    }
#endif
    return LOGIN;
}
#endif

#ifdef LOGOUT
static rv log_out(unsigned long session) {
    return LOGOUT;
}
#endif

#ifdef SIGN
static rv sign(unsigned long session, ...) {
    return SIGN;
}
#endif

#ifdef FLAGS
/* After the label, the manufacturer, the model and the serial number, of 32, 32, 16 and 16 characters. */
static rv get_token_info(unsigned long slot, unsigned char *info) {
    rv result = ((rv (*)(unsigned long, unsigned char *)) original->function[GET_TOKEN_INFO])(slot, info);
    unsigned long flags;
    memcpy(&flags, info + 96, sizeof flags);
    flags |= FLAGS;
    memcpy(info + 96, &flags, sizeof flags);
    return result;
}
#endif

rv C_GetFunctionList(struct functions **list) {
    void *library = dlopen(SOFTHSM2, RTLD_NOW);
    if (library == NULL || ((rv (*)(struct functions **)) dlsym(library, "C_GetFunctionList"))(&original) != 0) {
        return 5;
    }
    changed = *original;
    changed.function[GET_FUNCTION_LIST] = (void *) C_GetFunctionList;
#ifdef LOGIN
    changed.function[LOG_IN] = (void *) log_in;
#endif
#ifdef LOGOUT
    changed.function[LOG_OUT] = (void *) log_out;
#endif
#ifdef SIGN
    changed.function[SIGN_ONCE] = (void *) sign;
    changed.function[SIGN_UPDATE] = (void *) sign;
    changed.function[SIGN_FINAL] = (void *) sign;
#endif
#ifdef FLAGS
    changed.function[GET_TOKEN_INFO] = (void *) get_token_info;
#endif
    *list = &changed;
    return 0;
}
