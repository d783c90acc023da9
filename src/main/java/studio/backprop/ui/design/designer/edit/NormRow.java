package studio.backprop.ui.design.designer.edit;

import java.util.function.DoubleFunction;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Line with a measured value: name, position on a logarithmic scale (a share: linear), and number. */
public final class NormRow extends Region {
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  private static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");
  public static final double HEIGHT = 16;
  private static final double SLOT = 38;
  private static final double BAR = 5;
  private static final double BASELINE = 12.5;

  private final DoubleFunction<String> writing;
  private final double least;
  private final double most;
  private final Text name = new Text();
  private final Text number = new Text();
  private final Region track = new Region();
  private final Region bar = new Region();
  private final boolean linear;
  private double share;
  /** Width of the number. */
  private double slot = SLOT;

  /**
   * @param name symbol, such as ‖W‖, equal in all languages
   * @param writing localized number format
   */
  public NormRow(String name, double least, double most, String style, DoubleFunction<String> writing) {
    this(name, least, most, false, style, writing);
  }

  /** A share from 0 to 1. */
  public static NormRow ofShare(String style, DoubleFunction<String> writing) {
    return new NormRow("", 0, 1, true, style, writing);
  }

  private NormRow(String name, double least, double most, boolean linear, String style, DoubleFunction<String> writing) {
    this.writing = writing;
    this.linear = linear;
    this.least = least;
    this.most = most;
    getStyleClass().addAll("norm-row", style);
    this.name.setText(name);
    this.name.getStyleClass().add("norm-name");
    number.getStyleClass().add("norm-number");
    track.getStyleClass().add("norm-track");
    bar.getStyleClass().add("norm-bar");
    getChildren().addAll(this.name, track, bar, number);
    getChildren().forEach(child -> child.setManaged(false));
  }

  public void show(double value) {
    write(writing.apply(value));
    double way = linear ? value : (Math.log10(value) - Math.log10(least)) / (Math.log10(most) - Math.log10(least));
    share = Math.max(0, Math.min(1, Double.isNaN(way) ? 1 : way));
    sizeBar();
    pseudoClassStateChanged(LOW, value < least);
    pseudoClassStateChanged(HIGH, !(value <= most));
  }

  /** Sets a localized name. */
  public void rename(String word) {
    name.setText(word);
    requestLayout();
  }

  public String name() {
    return name.getText();
  }

  /** The formatted number. */
  public String written() {
    return number.getText();
  }

  public void clear() {
    write("–");
    share = 0;
    sizeBar();
  }

  private void sizeBar() {
    double width = Math.rint(track.getWidth() * share);
    if (width != bar.getWidth()) {
      bar.resize(width, BAR);
    }
  }

  private void write(String text) {
    if (!text.equals(number.getText())) {
      number.setText(text);
      double wanted = Math.max(SLOT, Math.ceil(number.getLayoutBounds().getWidth()) + 2);
      if (wanted != slot) {
        slot = wanted;
        requestLayout();
      }
      placeNumber();
    }
  }

  /** Numbers are right-aligned and never move anything else. */
  private void placeNumber() {
    number.relocate(Math.rint(getWidth() - number.getLayoutBounds().getWidth()), BASELINE - number.getBaselineOffset());
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = Math.ceil(name.getLayoutBounds().getWidth());
    double left = nameWidth > 0 ? nameWidth + 4 : 0;
    double width = Math.max(0, getWidth() - left - slot - 2);
    double y = (HEIGHT - BAR) / 2;
    name.relocate(0, BASELINE - name.getBaselineOffset());
    track.resizeRelocate(left, y, width, BAR);
    bar.relocate(left, y);
    sizeBar();
    placeNumber();
  }
}
