package dev.serai.adapter.legacy.smb;

import org.apache.camel.Exchange;
import org.apache.camel.component.smb.SmbEndpoint;
import org.apache.camel.component.smb.SmbOperations;
import org.apache.camel.component.smb.SmbProducer;

/**
 * Writes to a share. Camel's own asks whether a name is taken before it has a connection, keeps one that has failed, and leaves its connection open
 * when it is stopped.
 */
final class ShareProducer extends SmbProducer {

    private final SmbOperations share;

    ShareProducer(SmbEndpoint endpoint, SmbOperations share) {
        super(endpoint, share);
        this.share = share;
    }

    @Override
    public void preWriteCheck(Exchange exchange) {
        share.connect(getEndpoint().getConfiguration(), exchange);
    }

    @Override
    public void handleFailedWrite(Exchange exchange, Exception failure) throws Exception {
        share.disconnect();
        throw failure;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        share.disconnect();
    }
}
