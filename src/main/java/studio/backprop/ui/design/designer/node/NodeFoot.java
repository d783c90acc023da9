package studio.backprop.ui.design.designer.node;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import studio.backprop.ui.design.designer.edit.LargeTitle;

/** Footer of a node: output shape and number of parameters. */
final class NodeFoot {
  static final double HEIGHT = 30;
  private static final double LINE = 16;
  private static final double ABOVE = 6;
  private static final double APART = 4;
  private static final double BELOW = 4;

  private final double side;
  private final Region rule = new Region();
  private final Label shape = NodeHead.label("node-shape");
  private final Label parameters = NodeHead.label("node-parameters");
  private String shapeText = "";
  private String said = "";
  private List<String> parameterTexts = List.of();

  /** @param side margin to the edges of the node */
  NodeFoot(double side) {
    this.side = side;
    rule.getStyleClass().add("node-rule");
    parameters.setAlignment(Pos.CENTER_RIGHT);
  }

  /** Children for the node. */
  List<Region> parts() {
    return List.of(rule, shape, parameters);
  }

  /** Changes with the zoom, and styles are applied after layout. */
  ObservableValue<Font> fontProperty() {
    return shape.fontProperty();
  }

  /** @param counts number of parameters, in ever shorter formats */
  void show(String given, List<String> counts) {
    shapeText = given;
    parameterTexts = counts;
    say(Optional.empty());
  }

  /** Text in place of the shape, or empty for the shape. */
  void say(Optional<String> instead) {
    said = instead.orElse(shapeText);
    shape.setText(said);
  }

  /** @param full whether to show more than the shape */
  void showDetail(boolean full) {
    rule.setVisible(full);
    shape.setVisible(true);
    parameters.setVisible(full);
  }

  /** Hides it, for an opened node. */
  void hide() {
    parts().forEach(part -> part.setVisible(false));
  }

  /**
   * Layout at full zoom.
   *
   * @param bottom lower edge of the node
   */
  void layout(double width, double bottom) {
    double top = bottom - HEIGHT;
    rule.resizeRelocate(side, top, width, 1);
    shape.setText(said);
    double shapeWidth = Math.min(width, LargeTitle.width(shape.getFont(), said));
    shape.resizeRelocate(side, top + ABOVE, shapeWidth, LINE);
    double spare = width - shapeWidth - APART;
    parameters.setText(parameterTexts.stream().filter(text -> LargeTitle.width(parameters.getFont(), text) <= spare).findFirst()
        .orElse(""));
    parameters.resizeRelocate(side + shapeWidth + APART, top + ABOVE, Math.max(0, spare), LINE);
  }

  /** Zoomed out: only the shape, in large letters, if it fits below {@code above}. */
  void layoutLarge(double width, double above, double bottom) {
    double line = LargeTitle.height(shape.getFont());
    shape.setText(said);
    shape.setVisible(line + BELOW <= bottom - above && LargeTitle.width(shape.getFont(), said) <= width);
    shape.resizeRelocate(side, bottom - line - BELOW, width, line);
  }
}
