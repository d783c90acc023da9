package studio.backprop.app;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.layout.Region;
import studio.backprop.ui.evaluate.MetricsModel;
import studio.backprop.ui.evaluate.MetricsPage;
import studio.backprop.ui.examples.ExamplesModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;

/** The page of metrics, which has the place of canvas and panels while somebody looks at it. */
final class MetricsRoom implements AutoCloseable {
  private final MetricsModel model;
  private final Region page;

  /** @param offered whether a person can open it; not in a lesson */
  MetricsRoom(RoomContext at, PagesOverCanvas pages, ExamplesModel examples, boolean offered) {
    model = new MetricsModel(at.run(), at.pulse());
    page = pages.add(model.openProperty(), () -> new MetricsPage(model, at.lang(), at.hints(), at.theme(), examples::show));
    if (offered) {
      at.shell().offer(List.of(Command.of("command.metrics", Command.Group.VIEW, Icon.TARGET, MetricsPage.KEY, model::toggle)
          .when(BooleanExpression.booleanExpression(at.run().runProperty().map(run -> true).orElse(false)))));
    }
  }

  /** What has the place of canvas and panels while it is open. */
  Region page() {
    return page;
  }

  @Override
  public void close() {
    model.close();
  }
}
