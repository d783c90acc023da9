package studio.backprop.ui.learn.course;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Finder;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.OverlayPage;
import studio.backprop.ui.kit.Segmented;

/** Page of all lessons and class plans. */
public final class CoursePage {
  public enum Side {
    LESSONS, PLANS
  }

  private final CourseModel model;
  private final Lang lang;
  private final Segmented<Side> side;
  private final Finder<CourseLesson> finder;
  private final CourseDetailPane detail;
  private final PlansPane plans;
  private final VBox lessons;
  private final VBox body = new VBox();
  private final OverlayPage page;
  /** Whether the list is filled anew, and nothing was typed. */
  private boolean refilling;

  public CoursePage(CourseModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    Hints hints = new Hints(lang);
    PrintChooser printing = new PrintChooser(model, lang, body);
    finder = new Finder<>(lang, "course", this::find);
    detail = new CourseDetailPane(model, lang, hints, printing);
    plans = new PlansPane(model, lang, hints, printing);
    lessons = lessons(hints);
    side = new Segmented<>(lang.bind("course.side"));
    side.add(Side.LESSONS, lang.bind("course.lessons")).add(Side.PLANS, lang.bind("course.plans"));
    side.setId("course-side");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox choice = new HBox(side, gap, new LearnerBar(model, lang, hints));
    choice.getStyleClass().add("course-choice");
    Label said = new Label();
    said.setId("course-said");
    said.setWrapText(true);
    said.textProperty().bind(lang.bind(model.saidProperty()));
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    said.managedProperty().bind(said.visibleProperty());
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.getStyleClass().add("course-said");
    Label busy = new Label();
    busy.textProperty().bind(lang.bind("course.busy"));
    busy.visibleProperty().bind(model.busyProperty());
    busy.managedProperty().bind(busy.visibleProperty());
    busy.getStyleClass().add("course-said");
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox.setVgrow(lessons, Priority.ALWAYS);
    VBox.setVgrow(plans, Priority.ALWAYS);
    page = new OverlayPage(lang, "course.title", "course-page", choice, body, said, busy);
    model.onOpening(page::close);
    side.valueProperty().subscribe(now -> body.getChildren().setAll(now == Side.LESSONS ? lessons : plans));
    model.shownProperty().subscribe(shown -> refill());
    model.textProperty().subscribe(text -> {
      if (text.isEmpty() && !finder.typed().isEmpty()) {
        finder.clear();
      }
    });
    lang.textsProperty().subscribe((before, now) -> finder.list().refresh());
  }

  private VBox lessons(Hints hints) {
    finder.list().setCellFactory(view -> new CourseCell(model, lang));
    Label reading = new Label();
    reading.getStyleClass().add("mut");
    reading.textProperty().bind(lang.bind("course.reading"));
    finder.list().placeholderProperty().bind(
        Bindings.when(model.readProperty()).then(finder.list().getPlaceholder()).otherwise((Node) reading));
    finder.list().getSelectionModel().selectedItemProperty().subscribe(detail::show);
    finder.getStyleClass().add("course-finder");
    finder.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
      CourseLesson chosen = finder.list().getSelectionModel().getSelectedItem();
      if (key.getCode() == KeyCode.ENTER && chosen != null) {
        model.open(chosen);
        key.consume();
      }
    });
    HBox.setHgrow(finder, Priority.ALWAYS);
    HBox both = new HBox(finder, detail);
    both.getStyleClass().add("course-body");
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox all = new VBox(new CourseFilters(model, lang, hints), both);
    all.getStyleClass().add("course-lessons");
    return all;
  }

  private List<CourseLesson> find(String typed) {
    if (!refilling) {
      model.textProperty().set(typed);
    }
    return model.shownProperty().getValue();
  }

  /** What was chosen stays so, where it is found still. */
  private void refill() {
    CourseLesson chosen = finder.list().getSelectionModel().getSelectedItem();
    refilling = true;
    finder.refresh();
    refilling = false;
    List<CourseLesson> now = finder.list().getItems();
    for (int i = 0; chosen != null && i < now.size(); i++) {
      if (now.get(i).id().equals(chosen.id())) {
        finder.choose(i);
      }
    }
  }

  /** Lists the lesson or course of a folder; the page says so where it cannot. */
  public void add(Path folder) {
    model.add(folder);
  }

  /** Opens with the lessons; what was chosen before is chosen still. */
  public void showIn(Scene scene) {
    model.quiet();
    model.refresh();
    page.showIn(scene);
    if (side.value() == Side.LESSONS) {
      finder.requestFocus();
    } else {
      plans.requestFocus();
    }
  }
}

