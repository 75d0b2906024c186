package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** JSLT's number(text, fallback?), in place of the one that rounds to a double: every digit survives. */
final class ExactNumber implements Function {

    /** A number in JSON, at most as long as any amount; anything longer is no number of a business message. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,99})(\\.\\d{1,99})?([eE][+-]?\\d{1,3})?");

    @Override
    public String getName() {
        return "number";
    }

    @Override
    public int getMinArguments() {
        return 1;
    }

    @Override
    public int getMaxArguments() {
        return 2;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        JsonNode value = arguments[0];
        if (value.isNumber() || value.isNull()) {
            return value;
        }
        String text = value.isTextual() ? value.textValue().trim() : "";
        if (NUMBER.matcher(text).matches()) {
            return text.matches("-?\\d+") ? whole(new BigInteger(text)) : DecimalNode.valueOf(new BigDecimal(text));
        }
        if (arguments.length == 1) {
            throw new JsltException("number() was given a "
                    + value.getNodeType().name().toLowerCase(Locale.ROOT) + " that is no number");
        }
        return arguments[1] == null ? NullNode.instance : arguments[1];
    }

    private static JsonNode whole(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(number.intValue());
        }
        return number.bitLength() < Long.SIZE ? LongNode.valueOf(number.longValue()) : BigIntegerNode.valueOf(number);
    }
}
