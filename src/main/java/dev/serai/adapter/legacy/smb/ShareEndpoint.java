package dev.serai.adapter.legacy.smb;

import com.hierynomus.msfscc.fileinformation.FileIdBothDirectoryInformation;
import org.apache.camel.component.file.GenericFileProducer;
import org.apache.camel.component.smb.SmbConfiguration;
import org.apache.camel.component.smb.SmbDefaultMoveExistingFileStrategy;
import org.apache.camel.component.smb.SmbEndpoint;
import org.apache.camel.component.smb.SmbOperations;

/** A folder of a share. */
final class ShareEndpoint extends SmbEndpoint {

    ShareEndpoint(String uri, ShareComponent component, SmbConfiguration configuration) {
        super(uri, component, configuration);
    }

    @Override
    public GenericFileProducer<FileIdBothDirectoryInformation> createProducer() {
        if (getMoveExistingFileStrategy() == null) {
            setMoveExistingFileStrategy(new SmbDefaultMoveExistingFileStrategy());
        }
        return new ShareProducer(this, (SmbOperations) createOperations());
    }
}
