package shop;

public class Tax {
    private int percent;

    public void setPercent(int percent) {
        this.percent = percent;
    }

    public String describe(String text) {
        return text + ", tax " + percent;
    }
}
