package studio.backprop.ui.inside.debugger;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.backprop.project.Project;
import studio.backprop.train.Cursor;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.RoundTexts;

/** One-sentence preview of the next stride. */
final class Ahead extends HBox {
  private final DebuggerDesk desk;
  private final Stepping walk;
  private final Label sentence = new Label();

  Ahead(DebuggerDesk desk) {
    this.desk = desk;
    this.walk = desk.model().walk();
    getStyleClass().add("ahead");
    Label key = new Label();
    key.getStyleClass().add("key");
    key.setMinWidth(USE_PREF_SIZE);
    key.textProperty().bind(desk.lang().bind("debugger.ahead.key"));
    key.visibleProperty().bind(sentence.textProperty().isNotEmpty());
    sentence.getStyleClass().add("note");
    sentence.setWrapText(true);
    sentence.setMinWidth(0);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    getChildren().addAll(key, sentence);
    DebuggerModel model = desk.model();
    model.courseProperty().subscribe(course -> show());
    model.answerProperty().subscribe(answer -> show());
    model.cursorProperty().subscribe(cursor -> show());
    model.wholeProperty().subscribe(whole -> show());
    walk.grainProperty().subscribe(grain -> show());
    desk.lang().textsProperty().subscribe(texts -> show());
  }

  private void show() {
    sentence.setText(walk.course().isEmpty() ? "" : say(desk.lang()));
  }

  private String say(Lang lang) {
    int batch = desk.model().answerProperty().get().rows().length;
    Cursor next = walk.course().get(Math.min(walk.at(), walk.course().size() - 1));
    return switch (walk.grainProperty().get()) {
      case OP -> op(next);
      case LAYER -> layer(next);
      case SAMPLE -> example(lang, batch);
      case BATCH -> lang.say(RoundTexts.key(walk.at() > 0 ? "debugger.ahead.batch.rest" : "debugger.ahead.batch", project()), batch);
      case EPOCH -> lang.say("debugger.ahead.epoch", RoundTexts.many(project(), desk.model().batchesLeft()));
    };
  }

  private Project project() {
    return desk.model().runProperty().get().project();
  }

  private String op(Cursor next) {
    String op = desk.op(next.op());
    String node = desk.model().name(next.node());
    return switch (next.phase()) {
      case FORWARD -> desk.lang().say("debugger.ahead.forward", op, node, next.shape().count());
      case LOSS -> desk.lang().say("debugger.ahead.loss", op);
      case BACKWARD -> desk.lang().say("debugger.ahead.backward", op, node);
      case UPDATE -> desk.lang().say(
          "debugger.ahead.update", desk.model().turns().optimizer(desk.lang(), next), desk.model().turns().moved(next));
    };
  }

  private String layer(Cursor next) {
    List<Cursor> ops = walk.course().subList(next.number() - 1, walk.endOfLayer(next.number()));
    return ops.size() == 1 ? op(next) : desk.lang().say(
        next.phase() == Cursor.Phase.BACKWARD ? "debugger.ahead.layer.backward" : "debugger.ahead.layer", desk.model().name(next.node()),
        ops.size());
  }

  private String example(Lang lang, int batch) {
    if (walk.amidPasses()) {
      return lang.say("debugger.ahead.passes", batch);
    }
    int next = walk.example() + 1;
    return next < batch ? lang.say("debugger.ahead.example", next + 1, batch)
        : next == batch ? lang.say("debugger.ahead.examples", batch) : lang.say("debugger.ahead.next_batch");
  }
}
