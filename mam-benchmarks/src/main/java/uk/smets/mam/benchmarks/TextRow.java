package uk.smets.mam.benchmarks;

/** A row as 25 strings, for data binding without types. */
record TextRow(
        String mpan,
        String mprn,
        String migrateOn,
        String migrationWeek,
        String priority,
        String esmeSupplierCriticalSerial,
        String esmeSupplierCriticalIssuer,
        String esmeSupplierNonCriticalSerial,
        String esmeSupplierNonCriticalIssuer,
        String esmeOperatorCriticalSerial,
        String esmeOperatorCriticalIssuer,
        String esmeOperatorNonCriticalSerial,
        String esmeOperatorNonCriticalIssuer,
        String gpfSupplierCriticalSerial,
        String gpfSupplierCriticalIssuer,
        String gpfSupplierNonCriticalSerial,
        String gpfSupplierNonCriticalIssuer,
        String gpfOperatorCriticalSerial,
        String gpfOperatorCriticalIssuer,
        String gpfOperatorNonCriticalSerial,
        String gpfOperatorNonCriticalIssuer,
        String gsmeSupplierCriticalSerial,
        String gsmeSupplierCriticalIssuer,
        String gsmeSupplierNonCriticalSerial,
        String gsmeSupplierNonCriticalIssuer) {}
