package studio.backprop.ui.learn.lesson;

import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.formula.Typesetter;

/** Text of a lesson's first step, shown in place of its pane while the window is being built. */
public final class LessonOpening extends BorderPane {
  /**
   * Without numbers of the engine, which is not loaded yet.
   *
   * @param lessons by language
   * @param now the step, from 0
   * @param leave ends the lesson
   */
  public LessonOpening(LessonFolder folder, Map<String, Lesson> lessons, int now, Lang lang, Typesetter typesetter, Runnable leave) {
    Lesson lesson = LessonModel.read(lessons, lang);
    List<LessonStep> steps = lesson.steps();
    LessonHead head = new LessonHead(
        new SimpleStringProperty(lesson.title()), new SimpleStringProperty(lang.texts().say("lesson.place", now + 1, steps.size())), lang,
        leave);
    Label heading = new Label(now + 1 + ". " + steps.get(now).heading());
    heading.getStyleClass().add("step-title");
    heading.setWrapText(true);
    MarkdownPane text = new MarkdownPane(typesetter, name -> folder.picture(name, lang.texts().locale().getLanguage()), "lesson-text");
    text.show(StepTexts.early(lesson, now));
    Label preparing = new Label(lang.say("lesson.opening"));
    preparing.getStyleClass().add("mut");
    VBox page = new VBox(heading, text, preparing);
    page.getStyleClass().add("lesson-page");
    setTop(new VBox(head, StepList.bar(steps.size(), now)));
    setCenter(page);
    getStyleClass().add("lesson");
  }
}
