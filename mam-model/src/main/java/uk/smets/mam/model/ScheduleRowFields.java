package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The fields of a row of a Migration Schedule that is being built, and the methods of the builder that set them. */
abstract sealed class ScheduleRowFields permits MigrationScheduleRow.Builder {
    @Nullable
    Mpan mpan;

    @Nullable
    Mprn mprn;

    @Nullable
    LocalDate notBefore;

    @Nullable
    LocalDate notAfter;

    @Nullable
    DeviceId chfDeviceId;

    @Nullable
    DeviceId gpfDeviceId;

    @Nullable
    DeviceId esmeDeviceId;

    @Nullable
    DeviceId gsmeDeviceId;

    @Nullable
    DeviceId ihdDeviceId;

    @Nullable
    DeviceId ppmidDeviceId;

    @Nullable
    DeviceId cadDeviceId;

    @Nullable
    String chSerialNumber;

    @Nullable
    String esmeSerialNumber;

    @Nullable
    String gsmeSerialNumber;

    @Nullable
    String ihdSerialNumber;

    @Nullable
    String ppmidSerialNumber;

    boolean priority;
    CertificateIds certificateIds = CertificateIds.NONE;

    ScheduleRowFields() {}

    ScheduleRowFields(MigrationScheduleRow row) {
        mpan = row.mpan;
        mprn = row.mprn;
        notBefore = row.notBefore;
        notAfter = row.notAfter;
        chfDeviceId = row.chfDeviceId;
        gpfDeviceId = row.gpfDeviceId;
        esmeDeviceId = row.esmeDeviceId;
        gsmeDeviceId = row.gsmeDeviceId;
        ihdDeviceId = row.ihdDeviceId;
        ppmidDeviceId = row.ppmidDeviceId;
        cadDeviceId = row.cadDeviceId;
        chSerialNumber = row.chSerialNumber;
        esmeSerialNumber = row.esmeSerialNumber;
        gsmeSerialNumber = row.gsmeSerialNumber;
        ihdSerialNumber = row.ihdSerialNumber;
        ppmidSerialNumber = row.ppmidSerialNumber;
        priority = row.priority;
        certificateIds = row.certificateIds;
    }

    /**
     * Sets the electricity meter point.
     *
     * @param mpan the MPAN, or null
     * @return this builder
     */
    public MigrationScheduleRow.Builder mpan(@Nullable Mpan mpan) {
        this.mpan = mpan;
        return self();
    }

    /**
     * Sets the gas meter point.
     *
     * @param mprn the MPRN, or null
     * @return this builder
     */
    public MigrationScheduleRow.Builder mprn(@Nullable Mprn mprn) {
        this.mprn = mprn;
        return self();
    }

    /**
     * Sets the first day on which the installation may be migrated.
     *
     * @param notBefore the date, in the years 1 to 9999, or null
     * @return this builder
     * @throws IllegalArgumentException if the year is not from 1 to 9999
     */
    public MigrationScheduleRow.Builder notBefore(@Nullable LocalDate notBefore) {
        this.notBefore = CompactDate.checked(notBefore, "Not before");
        return self();
    }

    /**
     * Sets the last day on which the installation may be migrated.
     *
     * @param notAfter the date, in the years 1 to 9999, or null
     * @return this builder
     * @throws IllegalArgumentException if the year is not from 1 to 9999
     */
    public MigrationScheduleRow.Builder notAfter(@Nullable LocalDate notAfter) {
        this.notAfter = CompactDate.checked(notAfter, "Not after");
        return self();
    }

    /**
     * Sets the Device ID of the Communications Hub Function.
     *
     * @param chfDeviceId the Device ID, or null
     * @return this builder
     */
    public MigrationScheduleRow.Builder chfDeviceId(@Nullable DeviceId chfDeviceId) {
        this.chfDeviceId = chfDeviceId;
        return self();
    }

    /**
     * Sets the Device ID of the Gas Proxy Function.
     *
     * @param gpfDeviceId the Device ID, or null
     * @return this builder
     */
    public MigrationScheduleRow.Builder gpfDeviceId(@Nullable DeviceId gpfDeviceId) {
        this.gpfDeviceId = gpfDeviceId;
        return self();
    }

    /**
     * Sets the Device ID of the electricity meter.
     *
     * @param esmeDeviceId the Device ID, or null
     * @return this builder
     */
    public MigrationScheduleRow.Builder esmeDeviceId(@Nullable DeviceId esmeDeviceId) {
        this.esmeDeviceId = esmeDeviceId;
        return self();
    }

    /**
     * Sets the Device ID of the gas meter.
     *
     * @param gsmeDeviceId the Device ID, or null
     * @return this builder
     */
    public MigrationScheduleRow.Builder gsmeDeviceId(@Nullable DeviceId gsmeDeviceId) {
        this.gsmeDeviceId = gsmeDeviceId;
        return self();
    }

    /**
     * Sets the Device ID of the In-Home Display.
     *
     * @param ihdDeviceId the Device ID, or null
     * @return this builder
     */
    public MigrationScheduleRow.Builder ihdDeviceId(@Nullable DeviceId ihdDeviceId) {
        this.ihdDeviceId = ihdDeviceId;
        return self();
    }

    /**
     * Sets the Device ID of the Prepayment Meter Interface Device.
     *
     * @param ppmidDeviceId the Device ID, or null
     * @return this builder
     */
    public MigrationScheduleRow.Builder ppmidDeviceId(@Nullable DeviceId ppmidDeviceId) {
        this.ppmidDeviceId = ppmidDeviceId;
        return self();
    }

    /**
     * Sets the Device ID of the Consumer Access Device.
     *
     * @param cadDeviceId the Device ID, or null
     * @return this builder
     */
    public MigrationScheduleRow.Builder cadDeviceId(@Nullable DeviceId cadDeviceId) {
        this.cadDeviceId = cadDeviceId;
        return self();
    }

    /**
     * Sets the serial number of the Communications Hub.
     *
     * @param chSerialNumber the serial number, or null
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
     */
    public MigrationScheduleRow.Builder chSerialNumber(@Nullable String chSerialNumber) {
        this.chSerialNumber = CellText.checked(chSerialNumber, "chSerialNumber");
        return self();
    }

    /**
     * Sets the serial number of the electricity meter.
     *
     * @param esmeSerialNumber the serial number, or null
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
     */
    public MigrationScheduleRow.Builder esmeSerialNumber(@Nullable String esmeSerialNumber) {
        this.esmeSerialNumber = CellText.checked(esmeSerialNumber, "esmeSerialNumber");
        return self();
    }

    /**
     * Sets the serial number of the gas meter.
     *
     * @param gsmeSerialNumber the serial number, or null
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
     */
    public MigrationScheduleRow.Builder gsmeSerialNumber(@Nullable String gsmeSerialNumber) {
        this.gsmeSerialNumber = CellText.checked(gsmeSerialNumber, "gsmeSerialNumber");
        return self();
    }

    /**
     * Sets the serial number of the In-Home Display.
     *
     * @param ihdSerialNumber the serial number, or null
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
     */
    public MigrationScheduleRow.Builder ihdSerialNumber(@Nullable String ihdSerialNumber) {
        this.ihdSerialNumber = CellText.checked(ihdSerialNumber, "ihdSerialNumber");
        return self();
    }

    /**
     * Sets the serial number of the Prepayment Meter Interface Device.
     *
     * @param ppmidSerialNumber the serial number, or null
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
     */
    public MigrationScheduleRow.Builder ppmidSerialNumber(@Nullable String ppmidSerialNumber) {
        this.ppmidSerialNumber = CellText.checked(ppmidSerialNumber, "ppmidSerialNumber");
        return self();
    }

    /**
     * Sets whether the installation is a priority.
     *
     * @param priority true for {@code Y}
     * @return this builder
     */
    public MigrationScheduleRow.Builder priority(boolean priority) {
        this.priority = priority;
        return self();
    }

    /**
     * Sets all ten certificates.
     *
     * @param certificateIds the ten, any of them absent
     * @return this builder
     */
    public MigrationScheduleRow.Builder certificateIds(CertificateIds certificateIds) {
        this.certificateIds = requireNonNull(certificateIds, "certificateIds");
        return self();
    }

    abstract MigrationScheduleRow.Builder self();
}
