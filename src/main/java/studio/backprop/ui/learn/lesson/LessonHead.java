package studio.backprop.ui.learn.lesson;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;

/** Header of a lesson: title, step number, and close button. */
final class LessonHead extends HBox {
  /**
   * @param place step number and count; empty before the first
   * @param leave ends the lesson
   */
  LessonHead(ObservableValue<String> title, ObservableValue<String> place, Lang lang, Runnable leave) {
    Button close = new CloseButton(leave);
    close.setId("leave-lesson");
    new Hints(lang).explain(close, "lesson.leave.help");
    Label words = new Label();
    words.getStyleClass().add("lesson-title");
    words.textProperty().bind(title);
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label step = new Label();
    step.getStyleClass().add("mut");
    step.setMinWidth(Region.USE_PREF_SIZE);
    step.textProperty().bind(place);
    getChildren().addAll(close, words, gap, step);
    getStyleClass().add("lesson-head");
  }
}
