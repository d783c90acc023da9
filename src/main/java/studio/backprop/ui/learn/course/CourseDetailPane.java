package studio.backprop.ui.learn.course;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;

/** Details of the selected lesson: prerequisites, steps, and buttons to open it. */
final class CourseDetailPane extends VBox {
  private final CourseModel model;
  private final Lang lang;
  private final Hints hints;
  private final PrintChooser printing;
  private final VBox words = new VBox();
  private final FlowPane ways = new FlowPane();
  private CourseLesson lesson;

  CourseDetailPane(CourseModel model, Lang lang, Hints hints, PrintChooser printing) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.printing = printing;
    ScrollPane scroll = new ScrollPane(words);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    words.getStyleClass().add("course-words");
    ways.getStyleClass().add("course-ways");
    getStyleClass().add("course-detail");
    getChildren().addAll(scroll, ways);
    lang.textsProperty().subscribe((before, now) -> show(lesson));
  }

  void show(CourseLesson chosen) {
    lesson = chosen;
    words.getChildren().clear();
    ways.getChildren().clear();
    if (chosen == null) {
      return;
    }
    words.getChildren().addAll(
        Labels.wrapped(chosen.title(lang.texts().locale()), "lesson-title"),
        Labels.wrapped(chosen.chapter().title(lang.texts().locale()), "mut"),
        Labels.wrapped(lang.say("course.length", chosen.minutes(), chosen.steps())),
        Labels.wrapped(CourseTexts.progress(chosen, lang)));
    chosen.problem().ifPresent(problem -> words.getChildren().add(Labels.wrapped(lang.say("course.problem", lang.say(problem)), "warn")));
    chosen.in(lang.texts().locale()).ifPresent(this::describe);
    if (chosen.steps() > 0) {
      ways(chosen);
    }
    if (model.mayRemove(chosen)) {
      ways.getChildren().add(button("course.remove", Icon.DELETE, () -> model.remove(chosen)));
    }
  }

  private void describe(Lesson read) {
    if (!read.needs().isEmpty()) {
      head("course.head.needs");
      for (String id : read.needs()) {
        boolean done = model.content().find(id).filter(needed -> needed.state() == CourseLesson.State.DONE).isPresent();
        words.getChildren().add(line(done, CourseTexts.need(id, model.content(), lang)));
      }
    }
    List<String> about = CourseTexts.topics(lesson, model.content(), lang);
    if (!about.isEmpty()) {
      head("course.head.topics");
      words.getChildren().add(Labels.wrapped(String.join(lang.say("course.and"), about)));
    }
    head("course.head.steps");
    int done = lesson.stepsDone();
    for (int i = 0; i < read.steps().size(); i++) {
      LessonStep step = read.steps().get(i);
      words.getChildren().add(line(i < done && !lesson.skipped(step), (i + 1) + "  " + step.heading()));
    }
  }

  private void head(String key) {
    Label head = new Label(lang.say(key));
    head.getStyleClass().add("course-chapter");
    words.getChildren().add(head);
  }

  private HBox line(boolean done, String text) {
    HBox line = new HBox((done ? Icon.OK : Icon.CHEVRON_RIGHT).view(), Labels.wrapped(text));
    line.getStyleClass().addAll("course-line", done ? "done" : "ahead");
    return line;
  }

  private void ways(CourseLesson chosen) {
    boolean begun = chosen.state() == CourseLesson.State.BEGUN && chosen.at() > 0;
    Button open = new Button(begun ? lang.say("course.go_on", chosen.at() + 1) : lang.say("course.start"), Icon.PLAY.view());
    open.setId("course-open");
    open.getStyleClass().add("main");
    open.setOnAction(event -> model.open(chosen));
    ways.getChildren().add(open);
    if (begun) {
      ways.getChildren().add(button("course.anew", Icon.RESET, () -> model.openAnew(chosen)));
    }
    ways.getChildren().add(copy(chosen));
    Button print = button("course.print", Icon.EXPORT, () -> printing.ask(chosen));
    print.setId("course-print");
    hints.explain(print, "course.print.help");
    print.disableProperty().bind(model.busyProperty());
    ways.getChildren().add(print);
  }

  private Button copy(CourseLesson chosen) {
    Button copy = button("course.copy", Icon.COPY, () -> {});
    copy.setId("course-copy");
    copy.setOnAction(event -> {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, chosen.command()));
      copy.setText(lang.say("course.copied"));
    });
    hints.explain(copy, "course.copy.help");
    return copy;
  }

  private Button button(String key, Icon icon, Runnable action) {
    Button button = new Button(lang.say(key), icon.view());
    button.setOnAction(event -> action.run());
    return button;
  }
}
