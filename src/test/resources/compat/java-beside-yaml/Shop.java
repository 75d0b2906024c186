package shop;

import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Configuration;
import org.apache.camel.PropertyInject;

@Configuration
public class Shop {

    @PropertyInject(value = "discount", defaultValue = "0")
    private int discount;

    @BindToRegistry("pricing")
    public Pricing pricing() {
        return new Pricing(discount);
    }

    @BindToRegistry
    public Pricing listPrice() {
        return new Pricing(0);
    }
}
