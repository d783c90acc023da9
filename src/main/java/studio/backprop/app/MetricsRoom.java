package studio.backprop.app;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.text.Message;
import studio.backprop.ui.designer.DesignerView;
import studio.backprop.ui.evaluate.EvaluationPage;
import studio.backprop.ui.evaluate.EvaluationTabs;
import studio.backprop.ui.evaluate.EvaluationTabs.Tab;
import studio.backprop.ui.evaluate.EvaluationView;
import studio.backprop.ui.evaluate.MetricsModel;
import studio.backprop.ui.evaluate.MetricsPage;
import studio.backprop.ui.evaluate.fold.FoldsModel;
import studio.backprop.ui.evaluate.fold.FoldsPage;
import studio.backprop.ui.examples.ExamplesModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.lens.sheet.LensModel;

/** The pages of evaluation, which have the place of canvas and panels while somebody looks at them. */
final class MetricsRoom implements AutoCloseable {
  private final RoomContext at;
  private final ExamplesModel examples;
  private final LensModel lens;
  private final DesignerView canvas;
  private final EvaluationTabs tabs = new EvaluationTabs();
  private final MetricsModel metrics;
  private final FoldsModel folds;
  /** Where the page stands. It is made when somebody first looks: most windows never show it, and none waits for it at its start. */
  private final StackPane place = new StackPane();

  /** @param offered whether a person can open it; not in a lesson */
  MetricsRoom(RoomContext at, ExamplesModel examples, LensModel lens, DesignerView canvas, boolean offered) {
    this.at = at;
    this.examples = examples;
    this.lens = lens;
    this.canvas = canvas;
    metrics = new MetricsModel(at.run(), at.pulse());
    folds = new FoldsModel(at.document(), at.run(), at.pulse());
    place.setMinSize(0, 0);
    Sight.show(place, false);
    tabs.tabProperty().subscribe((before, now) -> follow());
    tabs.openProperty().subscribe((before, now) -> show(now));
    lens.nodeProperty().subscribe((before, node) -> node.ifPresent(inside -> tabs.close()));
    examples.openProperty().subscribe((before, now) -> {
      if (now) {
        tabs.close();
      }
    });
    if (offered) {
      BooleanExpression any = BooleanExpression.booleanExpression(at.run().runProperty().map(run -> true).orElse(false));
      at.shell().offer(List.of(
          Command.of("command.metrics", Command.Group.VIEW, Icon.TARGET, EvaluationPage.KEY, tabs::toggle).when(any),
          Command.of(Message.of("command.folds"), Command.Group.VIEW, Icon.DATA, () -> tabs.show(Tab.FOLDS)).when(any)));
    }
  }

  /** Only the page in front computes. */
  private void follow() {
    boolean open = tabs.openProperty().get();
    metrics.openProperty().set(open && tabs.tabProperty().get() == Tab.METRICS);
    folds.openProperty().set(open && tabs.tabProperty().get() == Tab.FOLDS);
  }

  private void show(boolean open) {
    Sight.show(place, open);
    if (open) {
      lens.leave();
      examples.openProperty().set(false);
    }
    follow();
    boolean inside = lens.nodeProperty().get().isPresent();
    at.shell().enlargeMiddle(open || inside);
    canvas.setVisible(!open && !inside && !examples.openProperty().get());
    if (open && place.getChildren().isEmpty()) {
      EvaluationPage page = new EvaluationPage(tabs, at.lang(), at.hints(), this::make);
      place.getChildren().add(page);
      page.takeKeys();
    } else if (!open && canvas.isVisible()) {
      canvas.takeKeys();
    }
  }

  private EvaluationView make(Tab tab) {
    return switch (tab) {
      case METRICS -> new MetricsPage(metrics, at.lang(), at.hints(), at.theme(), tabs::close, examples::show);
      case FOLDS -> new FoldsPage(folds, at.lang(), at.hints(), at.theme());
    };
  }

  /** What has the place of canvas and panels while it is open. */
  Region page() {
    return place;
  }

  /** Whether this page, or a node from inside, needs the height under the canvas. */
  ObservableValue<Boolean> tall() {
    return Bindings.createBooleanBinding(() -> lens.nodeProperty().get().isPresent() || tabs.openProperty().get(), lens.nodeProperty(),
        tabs.openProperty());
  }

  @Override
  public void close() {
    metrics.close();
    folds.close();
  }
}
