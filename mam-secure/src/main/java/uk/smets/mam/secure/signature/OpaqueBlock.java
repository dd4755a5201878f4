package uk.smets.mam.secure.signature;

/** A signature block that is kept as it is, as nobody said how to read it. */
enum OpaqueBlock implements SignatureBlock {
    INSTANCE;

    @Override
    public byte[] write(NamedFile content, Signer signer) {
        throw new UnsupportedOperationException("the layout only keeps a signature block: sign with another layout");
    }

    @Override
    public FileSignature read(NamedFile content, byte[] block) {
        return FileSignature.opaque(block);
    }
}
