package studio.backprop.ui.learn.course;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;

/** Class plans at the left; at the right the parts of the selected one with their durations. */
final class PlansPane extends HBox {
  private static final double HOUR = 60;
  /** Longer durations, in minutes, are shown in hours. */
  private static final int LONG = 240;

  private final CourseModel model;
  private final Lang lang;
  private final Hints hints;
  private final PrintChooser printing;
  private final ListView<ClassPlan> list = new ListView<>();
  private final VBox words = new VBox();
  private final FlowPane ways = new FlowPane();

  PlansPane(CourseModel model, Lang lang, Hints hints, PrintChooser printing) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.printing = printing;
    list.setId("plans-list");
    list.accessibleTextProperty().bind(lang.bind("course.plans"));
    list.setCellFactory(view -> new Cell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::show);
    list.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER && list.getSelectionModel().getSelectedItem() != null) {
        model.start(list.getSelectionModel().getSelectedItem());
        key.consume();
      }
    });
    ScrollPane scroll = new ScrollPane(words);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    words.getStyleClass().add("course-words");
    ways.getStyleClass().add("course-ways");
    VBox detail = new VBox(scroll, ways);
    detail.getStyleClass().add("course-detail");
    HBox.setHgrow(detail, Priority.ALWAYS);
    list.getStyleClass().add("plans-list");
    getStyleClass().add("course-body");
    getChildren().addAll(list, detail);
    model.contentProperty().subscribe(content -> fill());
    lang.textsProperty().subscribe((before, now) -> fill());
  }

  @Override
  public void requestFocus() {
    list.requestFocus();
  }

  private void fill() {
    int chosen = Math.max(0, list.getSelectionModel().getSelectedIndex());
    list.getItems().setAll(model.content().plans());
    list.getSelectionModel().clearAndSelect(chosen);
    show(list.getSelectionModel().getSelectedItem());
  }

  private int done(ClassPlan plan) {
    return (int) model.content().lessons(plan).stream().filter(lesson -> lesson.state() == CourseLesson.State.DONE).count();
  }

  private String length(ClassPlan plan) {
    String time = plan.minutes() > LONG ? lang.say("course.plan.hours", plan.minutes() / HOUR)
        : lang.say("course.plan.minutes", plan.minutes());
    return lang.say("course.plan.length", time, model.content().lessons(plan).size(), done(plan));
  }

  private void show(ClassPlan plan) {
    words.getChildren().clear();
    ways.getChildren().clear();
    if (plan == null) {
      return;
    }
    words.getChildren().addAll(Labels.wrapped(plan.title().in(lang.texts().locale()), "lesson-title"), Labels.wrapped(length(plan), "mut"));
    plan.about().forEach(one -> words.getChildren().add(Labels.wrapped(one.in(lang.texts().locale()))));
    for (ClassPlan.Part part : plan.parts()) {
      part.day().ifPresent(day -> words.getChildren().add(Labels.wrapped(day.in(lang.texts().locale()), "course-chapter")));
      words.getChildren().add(row(plan, part));
    }
    ways(plan);
  }

  private void ways(ClassPlan plan) {
    Optional<CourseLesson> next = model.content().next(plan);
    next.ifPresent(lesson -> {
      boolean begun = done(plan) > 0 || lesson.state() != CourseLesson.State.NEW;
      Button start = new Button(
          lang.say(begun ? "course.plan.go_on" : "course.plan.start", lesson.title(lang.texts().locale())), Icon.PLAY.view());
      start.setId("plan-start");
      start.getStyleClass().add("main");
      start.setOnAction(event -> model.start(plan));
      Button print = new Button(lang.say("course.print"), Icon.EXPORT.view());
      print.setId("plan-print");
      hints.explain(print, "course.plan.print.help");
      print.setOnAction(event -> printing.ask(plan));
      print.disableProperty().bind(model.busyProperty());
      ways.getChildren().addAll(start, print);
    });
  }

  private HBox row(ClassPlan plan, ClassPlan.Part part) {
    Label minutes = Labels.whole(lang.say("course.plan.minutes", part.minutes()), "plan-minutes", "mut");
    VBox said = new VBox();
    HBox.setHgrow(said, Priority.ALWAYS);
    Optional<CourseLesson> lesson = part.lesson(model.content()::has).flatMap(model.content()::find);
    HBox row = new HBox(minutes, said);
    lesson.ifPresent(found -> {
      said.getChildren().add(Labels.wrapped(found.title(lang.texts().locale()), "strong"));
      part.missing(model.content()::has).ifPresent(missing -> said.getChildren().add(
          Labels.wrapped(lang.say("course.plan.stands_in", missing), "note", "mut")));
      if (found.state() == CourseLesson.State.DONE) {
        row.getChildren().add(Icon.OK.view());
      }
      Button open = new Button(lang.say("course.plan.open"));
      open.setMinWidth(Region.USE_PREF_SIZE);
      open.setAccessibleText(lang.say("course.plan.open.spoken", found.title(lang.texts().locale())));
      open.setOnAction(event -> model.open(found, plan));
      row.getChildren().add(open);
    });
    String text = part.words().in(lang.texts().locale());
    if (!text.isEmpty()) {
      said.getChildren().add(Labels.wrapped(text));
    }
    row.getStyleClass().add("plan-row");
    row.getStyleClass().addAll(lesson.isPresent() ? "of-lesson" : "of-teacher");
    return row;
  }

  /** A plan with its duration. */
  private final class Cell extends ListCell<ClassPlan> {
    @Override
    protected void updateItem(ClassPlan plan, boolean empty) {
      super.updateItem(plan, empty);
      setText(null);
      setGraphic(empty ? null : picture(plan));
      setAccessibleText(empty ? null : plan.title().in(lang.texts().locale()) + ", " + length(plan));
    }

    private VBox picture(ClassPlan plan) {
      VBox cell = new VBox(Labels.wrapped(plan.title().in(lang.texts().locale()), "strong"), Labels.wrapped(length(plan), "note", "mut"));
      cell.getStyleClass().add("course-row");
      cell.setPrefWidth(0);
      return cell;
    }
  }
}
