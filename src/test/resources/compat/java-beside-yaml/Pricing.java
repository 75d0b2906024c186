package shop;

import org.apache.camel.Body;
import org.apache.camel.Header;

public class Pricing {
    private final int discount;

    public Pricing(int discount) {
        this.discount = discount;
    }

    public String price(@Body String item, @Header("count") int count) {
        Order order = new Order(item, count);
        return order + " costs " + (count * 10 - discount);
    }
}
