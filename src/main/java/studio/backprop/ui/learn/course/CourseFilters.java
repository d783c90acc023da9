package studio.backprop.ui.learn.course;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;

/** Filters of the lesson list: chapter, topic, duration, progress; with the number of matches. */
final class CourseFilters extends HBox {
  private static final List<Integer> MINUTES = List.of(8, 10, 15, 20);

  private final CourseModel model;
  private final Lang lang;
  private final FilterChoice<String> chapter;
  private final FilterChoice<String> topic;
  private final FilterChoice<Integer> longest;
  private final FilterChoice<CourseLesson.State> state;

  CourseFilters(CourseModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    chapter = new FilterChoice<>("course-chapter", model.chapterProperty());
    topic = new FilterChoice<>("course-topic", model.topicProperty());
    longest = new FilterChoice<>("course-minutes", model.longestProperty());
    state = new FilterChoice<>("course-state", model.stateProperty());
    hints.explain(chapter, "course.chapter");
    hints.explain(topic, "course.topic");
    hints.explain(longest, "course.minutes");
    hints.explain(state, "course.state");
    Label count = new Label();
    count.getStyleClass().addAll("note", "mut");
    Hyperlink clear = new Hyperlink();
    clear.setId("course-clear");
    clear.textProperty().bind(lang.bind("course.clear"));
    clear.setOnAction(event -> model.clearFilters());
    clear.managedProperty().bind(clear.visibleProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getStyleClass().add("course-filters");
    getChildren().addAll(chapter, topic, longest, state, gap, count, clear);
    model.contentProperty().subscribe(content -> offer());
    lang.textsProperty().subscribe((before, now) -> offer());
    count.textProperty().bind(lang.bind("course.count", model.shownProperty().map(List::size),
        model.contentProperty().map(content -> content.lessons().size())));
    model.shownProperty().subscribe(shown -> clear.setVisible(model.isFiltered()));
  }

  private void offer() {
    chapter.offer(model.content().chapters().stream().map(Curriculum.Chapter::id).toList(), id -> named(model.content().chapters(), id,
        "course.chapter.all"));
    topic.offer(model.content().topics().stream().map(Curriculum.Chapter::id).toList(), id -> named(model.content().topics(), id,
        "course.topic.all"));
    longest.offer(MINUTES, minutes -> minutes.map(most -> lang.say("course.minutes.most", most)).orElseGet(
        () -> lang.say("course.minutes.all")));
    state.offer(List.of(CourseLesson.State.values()), one -> lang.say(one.map(this::key).orElse("course.state.all")));
  }

  private String key(CourseLesson.State one) {
    return switch (one) {
      case NEW -> "course.state.new";
      case BEGUN -> "course.state.begun";
      case DONE -> "course.state.done";
    };
  }

  private String named(List<Curriculum.Chapter> groups, Optional<String> id, String all) {
    return groups.stream().filter(one -> id.isPresent() && one.id().equals(id.get())).findFirst()
        .map(one -> one.title(lang.texts().locale())).orElseGet(() -> lang.say(all));
  }
}
