package studio.backprop.app;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.layout.Region;
import studio.backprop.ui.judge.embedding.EmbeddingModel;
import studio.backprop.ui.judge.embedding.EmbeddingPage;
import studio.backprop.ui.judge.examples.ExamplesModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;

/** Page of the embedding projector, in place of canvas and panels. */
final class EmbeddingRoom implements AutoCloseable {
  private final EmbeddingModel model;
  private final Region page;

  /**
   * @param node receives the selected node of a graph
   * @param offered whether the user can open it; not in a lesson
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

  Region page() {
    return page;
  }

  @Override
  public void close() {
    model.close();
  }
}
