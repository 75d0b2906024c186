//DEPS org.example:nothing:1
package shop;

public class Pricing {
    private int rate;

    public void setRate(int rate) {
        this.rate = rate;
    }

    public int price(int count) {
        return rate * count;
    }
}
