package dev.serai.adapter.legacy.copybook.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** A charset some of whose characters take several bytes, such as UTF-8 or a mixed Japanese code page. */
final class MultiBytePage extends CodePage {

    MultiBytePage(Charset charset) {
        super(charset);
    }

    @Override
    void json(byte[] bytes, int from, int to, JsonBuffer out) {
        out.text(decode(bytes, from, to));
    }

    @Override
    String decode(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = charset().newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(Math.max(1, to - from) * 2);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw undefined(bytes, in.position());
        }
        decoder.flush(out);
        return out.flip().toString();
    }

    @Override
    byte[] encode(String text, int at) {
        CharsetEncoder encoder = charset().newEncoder();
        CharBuffer in = CharBuffer.wrap(text);
        try {
            ByteBuffer encoded = encoder.encode(in);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw unmappable(in.position(), at);
        }
    }
}
