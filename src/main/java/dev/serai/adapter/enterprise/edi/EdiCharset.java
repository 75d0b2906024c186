package dev.serai.adapter.enterprise.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;

/** What an interchange's bytes mean: EDIFACT says it by its syntax identifier, for the others the exchange or UTF-8 decides. */
final class EdiCharset {

    private static final Pattern IDENTIFIER = Pattern.compile("^\\s*(?:UNA.{6}\\s*)?UNB.(UNO[A-Z])", Pattern.DOTALL);

    /** Of ISO 9735; anything else is read as ASCII would be. */
    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry("UNOA", "US-ASCII"),
            Map.entry("UNOB", "US-ASCII"),
            Map.entry("UNOC", "ISO-8859-1"),
            Map.entry("UNOD", "ISO-8859-2"),
            Map.entry("UNOE", "ISO-8859-5"),
            Map.entry("UNOF", "ISO-8859-7"),
            Map.entry("UNOG", "ISO-8859-3"),
            Map.entry("UNOH", "ISO-8859-4"),
            Map.entry("UNOI", "ISO-8859-6"),
            Map.entry("UNOJ", "ISO-8859-8"),
            Map.entry("UNOK", "ISO-8859-9"),
            Map.entry("UNOW", "UTF-8"),
            Map.entry("UNOY", "UTF-8"));

    private EdiCharset() {}

    /**
     * @param named by the user; empty when the interchange shall say it
     * @param head the interchange's beginning, in any charset that contains ASCII
     */
    static Charset of(String named, String head, Exchange exchange) {
        if (!named.isEmpty()) {
            return Charset.forName(named);
        }
        Matcher matcher = IDENTIFIER.matcher(head);
        if (matcher.find()) {
            return Charset.forName(CHARSETS.getOrDefault(matcher.group(1), StandardCharsets.UTF_8.name()));
        }
        String ofExchange = ExchangeHelper.getCharsetName(exchange, false);
        return ofExchange == null ? StandardCharsets.UTF_8 : Charset.forName(ofExchange);
    }
}
