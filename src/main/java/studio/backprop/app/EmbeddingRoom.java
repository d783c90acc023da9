package studio.backprop.app;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.layout.Region;
import studio.backprop.ui.judge.embedding.EmbeddingModel;
import studio.backprop.ui.judge.embedding.EmbeddingPage;
import studio.backprop.ui.judge.examples.ExamplesModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;

/** The page that lays out the outputs of a node, which has the place of canvas and panels while somebody looks at it. */
final class EmbeddingRoom implements AutoCloseable {
  private final EmbeddingModel model;
  private final Region page;

  /**
   * @param node hears of the node of a graph that is chosen
   * @param offered whether a person can open it; not in a lesson
   */
  EmbeddingRoom(RoomContext at, PagesOverCanvas pages, ExamplesModel examples, IntConsumer node, boolean offered) {
    model = new EmbeddingModel(at.run(), at.pulse());
    model.onNode(node);
    page = pages.add(model.openProperty(), () -> new EmbeddingPage(model, at.lang(), at.hints(), at.theme(), at.pulse(), some -> {
      examples.show(some);
      examples.leadBack(() -> model.openProperty().set(true));
    }));
    if (offered) {
      at.shell().offer(List.of(Command.of("command.embedding", Command.Group.VIEW, Icon.POINTS, EmbeddingPage.KEY, model::toggle)));
    }
  }

  EmbeddingModel model() {
    return model;
  }

  void toggle() {
    model.toggle();
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
