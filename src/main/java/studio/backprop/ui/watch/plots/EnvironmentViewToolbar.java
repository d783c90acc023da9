package studio.backprop.ui.watch.plots;

import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/** What is seen in place of the world in which an agent plays, and whether a person plays. */
final class EnvironmentViewToolbar extends HBox {
  /** So wide that two signs have room beside the title: in a presentation, beside another view, there may be less. */
  private static final double SIGN = 190;
  /** So wide that three signs have room. */
  private static final double SIGNS = 230;
  /** So wide that the title and the words of one switch have room. */
  private static final double ONE = 300;
  /** So wide that the title and the words of two have room. */
  private static final double BOTH = 370;

  private final ToggleButton map = new ToggleButton();
  private final ToggleButton along = new ToggleButton();
  private final ToggleButton own = new ToggleButton();
  private double width;
  private boolean mapped = true;

  /** @param turned another picture is wanted @param played a person begins to play, or ends */
  EnvironmentViewToolbar(Lang lang, Runnable turned, Runnable played) {
    PlotInteraction.label(map, lang, "plots.policy_map", () -> turn(map, turned));
    PlotInteraction.label(along, lang, "plots.along", () -> turn(along, turned));
    PlotInteraction.label(own, lang, "plots.own_play", () -> turn(own, played));
    map.setGraphic(Icon.POINTS.view());
    along.setGraphic(Icon.CURVE.view());
    along.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    along.setId("along-episode");
    own.setId("play-own");
    own.setGraphic(Icon.KEYBOARD.view());
    getStyleClass().add("head");
    getChildren().addAll(map, along, own);
  }

  /** One of these is seen in place of the agent in its world, or none. */
  private void turn(ToggleButton turned, Runnable heard) {
    if (turned.isSelected()) {
      List.of(map, along, own).stream().filter(one -> one != turned).forEach(one -> one.setSelected(false));
    }
    heard.run();
  }

  /** Whether the policy map is wanted. */
  boolean maps() {
    return map.isSelected();
  }

  /** Whether what the agent says along its episode is wanted. */
  boolean goesAlong() {
    return along.isSelected();
  }

  /** Whether a person wants to play. */
  boolean plays() {
    return own.isSelected();
  }

  /** The agent plays again. */
  void stopPlaying() {
    own.setSelected(false);
  }

  /** @param there whether the world has a policy map */
  void offerMap(boolean there) {
    mapped = there;
    place(width);
  }

  /** Where the words of the switches have no room, as in a small window, a picture stands for the last, and then for all. */
  void place(double of) {
    width = of;
    Sight.show(along, width == 0 || width >= SIGNS);
    Sight.show(map, mapped && (width == 0 || width >= SIGN));
    place(own, map.isVisible() ? BOTH : ONE);
    place(map, ONE);
  }

  private void place(ToggleButton tool, double least) {
    tool.setContentDisplay(width == 0 || width >= least ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
  }
}
