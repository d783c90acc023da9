package studio.backprop.app;

import java.util.List;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.lesson.LessonModel;
import studio.backprop.ui.lesson.LessonView;

/** The lesson at the left of the window, and what it does with the rooms beside it. */
final class LessonRoom implements AutoCloseable {
  private final LessonStart start;
  private final LessonBench bench;
  private final LessonModel model;
  private final LessonView view;

  /** @param leave ends the lesson */
  LessonRoom(RoomContext at, LessonStart start, LessonStage stage, LessonActs acts, Runnable leave) {
    this.start = start;
    bench = new LessonBench(at, stage, acts);
    model = new LessonModel(start.folder(), start.lessons(), bench, at.lang(), start.record());
    view = new LessonView(model, at.lang(), at.typesetter(), at.theme(), at.pulse(), leave);
    stage.onWeights(sliders -> view.showWeights(sliders.map(node -> node)));
    at.shell().offerWhilePossible(List.of(
        Command.of("command.lesson.reveal", Command.Group.WINDOW, Icon.EYE, "Space", view::goOn).when(view.revealsProperty())));
  }

  /** Begins at the step that was asked for. */
  void begin() {
    model.begin(Math.max(0, Math.min(start.step(), model.lesson().steps().size() - 1)));
  }

  LessonModel model() {
    return model;
  }

  LessonView view() {
    return view;
  }

  @Override
  public void close() {
    model.close();
    bench.close();
  }
}
