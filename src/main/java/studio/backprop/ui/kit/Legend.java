package studio.backprop.ui.kit;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** Legend of a plot, on one line. */
public final class Legend extends HBox {
  private static final double STROKE_LENGTH = 18;

  /** Symbol of an entry. */
  public enum Mark { BAND, LINE, DASHED, DOTTED, DOT, SQUARE }

  public Legend() {
    getStyleClass().add("legend");
  }

  public Legend add(Mark mark, Token color, ObservableValue<String> text) {
    Node swatch = swatch(mark);
    swatch.setStyle("-bp-swatch: " + color.css() + ";");
    Label label = new Label();
    label.textProperty().bind(text);
    HBox entry = new HBox(swatch, label);
    entry.getStyleClass().add("entry");
    getChildren().add(entry);
    return this;
  }

  public Legend meaning(Terms terms, String term) {
    HBox newest = (HBox) getChildren().get(getChildren().size() - 1);
    terms.explain((Label) newest.getChildren().get(1), term);
    return this;
  }

  public Legend help(Hints hints, String key) {
    HBox newest = (HBox) getChildren().get(getChildren().size() - 1);
    hints.describe((Label) newest.getChildren().get(1), key);
    return this;
  }

  private static Node swatch(Mark mark) {
    String style = mark.name().toLowerCase(Locale.ROOT);
    Node swatch = switch (mark) {
      case LINE, DASHED, DOTTED -> new Line(0, 0, STROKE_LENGTH, 0);
      case BAND, DOT, SQUARE -> new Region();
    };
    swatch.getStyleClass().addAll("swatch", style);
    return swatch;
  }
}
