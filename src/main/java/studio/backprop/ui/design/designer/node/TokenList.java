package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.LargeTitle;
import studio.backprop.ui.kit.Scale;

/** Tokens of a text in cells, line by line; clipped to the room. */
final class TokenList extends Region implements UnitPlaces {
  private static final double LINE = 17;
  private static final double GAP = 1;
  private static final double MIN_CELL = 12;
  private static final double SIDES = 4;
  private static final String MORE = "…";

  private final double width;
  private final double height;
  private final List<Box> places = new ArrayList<>();
  private final Tint tint = new Tint(this);

  TokenList(double width, double height) {
    this.width = width;
    this.height = height;
    setMouseTransparent(true);
  }

  void show(List<String> tokens) {
    getChildren().setAll(tint);
    places.clear();
    double x = 0;
    double y = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Label cell = cell(tokens.get(i));
      double wide = wide(cell);
      if (x > 0 && x + wide > width) {
        x = 0;
        y += LINE + GAP;
      }
      if (y + LINE > height) {
        more();
        return;
      }
      add(cell, new Box(x, y, Math.min(wide, width), LINE));
      x += wide + GAP;
    }
  }

  /** Colours the tokens; empty values remove the colours. */
  void tint(float[] values, float largest, Scale scale) {
    tint.show(values, largest, scale);
    tint.toFront();
  }

  private Label cell(String token) {
    Label cell = new Label(token);
    cell.getStyleClass().addAll("token-cell", "may-be-cut");
    cell.setManaged(false);
    getChildren().add(cell);
    cell.applyCss();
    return cell;
  }

  private static double wide(Label cell) {
    return Math.max(MIN_CELL, LargeTitle.width(cell.getFont(), cell.getText()) + SIDES);
  }

  private void add(Label cell, Box place) {
    cell.resizeRelocate(place.x(), place.y(), place.width(), place.height());
    places.add(place);
  }

  /** The last cell shows that there are more. */
  private void more() {
    getChildren().remove(getChildren().size() - 1);
    places.remove(places.size() - 1);
    ((Label) getChildren().get(getChildren().size() - 1)).setText(MORE);
  }

  @Override
  public int unitAt(double x, double y) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).touches(new Box(x, y, 0, 0))) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Optional<Box> placeOf(int unit) {
    return unit >= 0 && unit < places.size() ? Optional.of(places.get(unit)) : Optional.empty();
  }
}
