package studio.backprop.app;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.designer.DesignerView;
import studio.backprop.ui.evaluate.MetricsModel;
import studio.backprop.ui.evaluate.MetricsPage;
import studio.backprop.ui.examples.ExamplesModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.lens.sheet.LensModel;

/** The page of metrics, which has the place of canvas and panels while somebody looks at it. */
final class MetricsRoom implements AutoCloseable {
  private final RoomContext at;
  private final ExamplesModel examples;
  private final LensModel lens;
  private final DesignerView canvas;
  private final MetricsModel model;
  /** Where the page stands. It is made when somebody first looks: most windows never show it, and none waits for it at its start. */
  private final StackPane place = new StackPane();

  /** @param offered whether a person can open it; not in a lesson */
  MetricsRoom(RoomContext at, ExamplesModel examples, LensModel lens, DesignerView canvas, boolean offered) {
    this.at = at;
    this.examples = examples;
    this.lens = lens;
    this.canvas = canvas;
    model = new MetricsModel(at.run(), at.pulse());
    place.setMinSize(0, 0);
    Sight.show(place, false);
    model.openProperty().subscribe((before, now) -> show(now));
    lens.nodeProperty().subscribe((before, node) -> node.ifPresent(inside -> model.openProperty().set(false)));
    examples.openProperty().subscribe((before, now) -> {
      if (now) {
        model.openProperty().set(false);
      }
    });
    if (offered) {
      at.shell().offer(List.of(Command.of("command.metrics", Command.Group.VIEW, Icon.TARGET, MetricsPage.KEY, model::toggle)
          .when(BooleanExpression.booleanExpression(at.run().runProperty().map(run -> true).orElse(false)))));
    }
  }

  private void show(boolean open) {
    Sight.show(place, open);
    if (open) {
      lens.leave();
      examples.openProperty().set(false);
    }
    boolean inside = lens.nodeProperty().get().isPresent();
    at.shell().enlargeMiddle(open || inside);
    canvas.setVisible(!open && !inside && !examples.openProperty().get());
    if (open && place.getChildren().isEmpty()) {
      MetricsPage page = new MetricsPage(model, at.lang(), at.hints(), at.theme(), examples::show);
      place.getChildren().add(page);
      page.requestFocus();
    } else if (!open && canvas.isVisible()) {
      canvas.takeKeys();
    }
  }

  /** What has the place of canvas and panels while it is open. */
  Region page() {
    return place;
  }

  /** Whether this page, or a node from inside, needs the height under the canvas. */
  ObservableValue<Boolean> tall() {
    return Bindings.createBooleanBinding(() -> lens.nodeProperty().get().isPresent() || model.openProperty().get(), lens.nodeProperty(),
        model.openProperty());
  }

  @Override
  public void close() {
    model.close();
  }
}
