package studio.backprop.ui.workspace.environment;

import java.util.Optional;
import java.util.SplittableRandom;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import studio.backprop.environment.Environment;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** Still of an environment's initial state; hidden without an agent. */
public final class EnvironmentStill extends StackPane {
  private static final double HEIGHT = 120;

  private final ThemeModel theme;
  private final ObservableValue<Optional<Environment>> world;
  private final Painting painting = new Painting(this::paint);

  public EnvironmentStill(ObservableValue<Optional<Environment>> world, Lang lang, ThemeModel theme) {
    this.theme = theme;
    this.world = world;
    getStyleClass().add("world-still");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMinWidth(0);
    getChildren().add(painting);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(lang.bind(world.map(now -> now.map(Environment::title).orElse(null))));
    world.subscribe(now -> {
      Sight.show(this, now.isPresent());
      painting.repaint();
    });
    theme.paletteProperty().subscribe(painting::repaint);
  }

  private void paint(GraphicsContext g, double width, double height) {
    world.getValue().ifPresent(now -> {
      double[] state = new double[now.stateSize()];
      now.reset(new SplittableRandom(1), state);
      new EnvironmentPainter(g, theme.palette(), 0, 0, width, height).paint(now, state);
    });
  }
}
