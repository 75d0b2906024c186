package dev.serai.engine.enterprise.http;

import io.vertx.core.Future;
import io.vertx.ext.web.FileUpload;

/** An upload that keeps only the last part of the name its client gave: the name ends up as that of a file. */
record UploadedFile(FileUpload upload) implements FileUpload {

    @Override
    public String fileName() {
        String given = upload.fileName();
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return name.equals("..") || name.equals(".") ? "" : name;
    }

    @Override
    public String name() {
        return upload.name();
    }

    @Override
    public String uploadedFileName() {
        return upload.uploadedFileName();
    }

    @Override
    public long size() {
        return upload.size();
    }

    @Override
    public String contentType() {
        return upload.contentType();
    }

    @Override
    public String contentTransferEncoding() {
        return upload.contentTransferEncoding();
    }

    @Override
    public String charSet() {
        return upload.charSet();
    }

    @Override
    public boolean cancel() {
        return upload.cancel();
    }

    @Override
    public Future<Void> delete() {
        return upload.delete();
    }
}
