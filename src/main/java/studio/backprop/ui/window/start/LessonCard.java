package studio.backprop.ui.window.start;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ProgressRing;

/** Card that opens a lesson; shows its length. */
public final class LessonCard extends Button {
  private static final double RING = 32;

  /** Lesson by language; {@code number} in the course from 1, current {@code step} from 0, {@code done} once completed. */
  public record Shown(LessonFolder folder, Map<String, Lesson> lessons, int number, int step, boolean done) {
    Lesson in(Lang lang) {
      Lesson own = lessons.get(lang.texts().locale().getLanguage());
      return own != null ? own : lessons.values().iterator().next();
    }
  }

  LessonCard(Shown shown, Lang lang, Runnable action) {
    StringBinding name = Bindings.createStringBinding(() -> shown.in(lang).title(), lang.textsProperty());
    StringBinding about = Bindings.createStringBinding(
        () -> about(shown, lang), lang.textsProperty());
    Label title = new Label();
    title.getStyleClass().addAll("strong", "may-be-cut");
    title.textProperty().bind(name);
    Hints.sayWhole(title);
    Label sentence = new Label();
    sentence.getStyleClass().addAll("note", "mut");
    sentence.textProperty().bind(about);
    double done = shown.done() ? 1 : (double) shown.step() / Math.max(1, shown.in(lang).steps().size());
    HBox card = new HBox(new ProgressRing(RING, done, String.valueOf(shown.number())), new VBox(title, sentence));
    card.getStyleClass().add("try");
    card.prefWidthProperty().bind(widthProperty());
    setGraphic(card);
    setId("lesson-" + shown.folder().id());
    getStyleClass().addAll("start-card", "try-card", "lesson-card");
    accessibleTextProperty().bind(lang.bind("start.sample.spoken", name, about));
    setOnAction(event -> action.run());
  }

  private static String about(Shown shown, Lang lang) {
    int steps = shown.in(lang).steps().size();
    return shown.done() ? lang.say("start.lesson.done", steps)
        : shown.step() > 0 ? lang.say("start.lesson.go_on", shown.step() + 1, steps)
        : lang.say("start.lesson.about", steps, shown.in(lang).minutes());
  }
}
