package studio.backprop.ui.watch.plots;

import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/** Toolbar of alternatives to the agent's episode, and of a game of the user. */
final class EnvironmentViewToolbar extends HBox {
  /** Minimum width for two icons beside the title; a presentation beside another view may have less. */
  private static final double SIGN = 190;
  /** Minimum width for three icons. */
  private static final double SIGNS = 230;
  /** Minimum width for the title and the text of one switch. */
  private static final double ONE = 300;
  /** Minimum width for the title and the texts of two switches. */
  private static final double BOTH = 370;

  private final ToggleButton map = new ToggleButton();
  private final ToggleButton along = new ToggleButton();
  private final ToggleButton own = new ToggleButton();
  private double width;
  private boolean mapped = true;

  /** @param turned notified of another picture @param played notified of the start or end of a game */
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

  /** At most one of these replaces the agent's episode. */
  private void turn(ToggleButton turned, Runnable heard) {
    if (turned.isSelected()) {
      List.of(map, along, own).stream().filter(one -> one != turned).forEach(one -> one.setSelected(false));
    }
    heard.run();
  }

  /** Whether the policy map is selected. */
  boolean maps() {
    return map.isSelected();
  }

  /** Whether the chart along the episode is selected. */
  boolean goesAlong() {
    return along.isSelected();
  }

  /** Whether the user wants to play. */
  boolean plays() {
    return own.isSelected();
  }

  /** Returns to the agent's episode. */
  void stopPlaying() {
    own.setSelected(false);
  }

  /** @param there whether the environment has a policy map */
  void offerMap(boolean there) {
    mapped = there;
    place(width);
  }

  /** Replaces texts of switches by icons where they do not fit, the last one first. */
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
