package studio.backprop.ui.learn.course;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ProgressRing;

/** Cell of a lesson in the list; the first of each chapter shows the chapter's name. */
final class CourseCell extends ListCell<CourseLesson> {
  private static final double RING = 30;

  private final CourseModel model;
  private final Lang lang;

  CourseCell(CourseModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && getItem() != null) {
        model.open(getItem());
      }
    });
  }

  @Override
  protected void updateItem(CourseLesson lesson, boolean empty) {
    super.updateItem(lesson, empty);
    setText(null);
    setGraphic(empty || lesson == null ? null : picture(lesson));
    setAccessibleText(empty || lesson == null ? null : lang.say("course.spoken", lesson.title(lang.texts().locale()),
        CourseTexts.about(lesson, model.content(), lang), CourseTexts.progress(lesson, lang)));
  }

  private VBox picture(CourseLesson lesson) {
    Label title = new Label(lesson.title(lang.texts().locale()));
    title.getStyleClass().add("strong");
    Label about = new Label(CourseTexts.about(lesson, model.content(), lang));
    about.getStyleClass().addAll("note", "mut", "may-be-cut");
    Hints.sayWhole(about);
    VBox words = new VBox(title, about);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    int number = model.content().lessons().indexOf(lesson) + 1;
    double done = lesson.steps() == 0 ? 0 : (double) lesson.stepsDone() / lesson.steps();
    HBox row = new HBox(new ProgressRing(RING, done, String.valueOf(number)), words);
    if (lesson.problem().isPresent()) {
      row.getChildren().add(Icon.WARNING.view());
    }
    if (lesson.state() != CourseLesson.State.NEW) {
      row.getChildren().add(Labels.whole(CourseTexts.progress(lesson, lang), "note", "mut"));
    }
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("course-row");
    VBox cell = new VBox();
    if (isFirst(lesson)) {
      Label chapter = new Label(lesson.chapter().title(lang.texts().locale()));
      chapter.getStyleClass().add("course-chapter");
      cell.getChildren().add(chapter);
    }
    cell.getChildren().add(row);
    cell.setPrefWidth(0); // as wide as the list: words that have no room end in dots
    return cell;
  }

  private boolean isFirst(CourseLesson lesson) {
    int at = model.shownProperty().getValue().indexOf(lesson);
    return at <= 0 || !model.shownProperty().getValue().get(at - 1).chapter().equals(lesson.chapter());
  }
}
