package studio.backprop.ui.learn.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.ClassPlans;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.teaching.record.LearnerProgress;
import studio.backprop.teaching.record.LessonAnswer;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Pulse;

class CourseModelTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final ClassPlan PLAN =
      ClassPlans.read("# p | P | 计划\n8 first-neuron\n5 | Talk | 讨论\n6 clinic or bias\n8 loss\n").plans().get(0);

  @TempDir private Path folder;
  private final List<String> done = new ArrayList<>();
  private String who = "";
  private CourseModel model;

  /** Four real lessons in two chapters; what a learner did comes from real files. */
  private final class Shelf implements CourseModel.Library {
    @Override
    public CourseContent read() {
      LearnerProgress learner = LearnerProgress.of(folder, who);
      Map<String, String> places = new LinkedHashMap<>();
      places.put("first-neuron", "first");
      places.put("bias", "first");
      places.put("loss", "first");
      places.put("vanishing", "craft");
      Curriculum.Chapter gradient = new Curriculum.Chapter("gradient", "gradient", "梯度", List.of("loss", "vanishing"));
      List<CourseLesson> lessons = places.entrySet().stream().map(place -> {
        LessonFolder files = LessonFolder.bundled(place.getKey());
        Set<String> topics = gradient.lessons().contains(place.getKey()) ? Set.of("gradient") : Set.of();
        return new CourseLesson(files, ReadLesson.of(files, List.of()).lessons(),
            new Curriculum.Chapter(place.getValue(), "Chapter " + place.getValue(), "章", List.of()), topics,
            learner.lesson(place.getKey()), Optional.empty());
      }).toList();
      return new CourseContent(lessons, List.of(gradient), List.of(PLAN), who, LearnerProgress.names(folder), Optional.empty());
    }

    @Override
    public void open(CourseLesson lesson, int step, Optional<ClassPlan> plan) {
      done.add("open " + lesson.id() + " " + step + plan.map(one -> " of " + one.id()).orElse(""));
    }

    @Override
    public void choose(String name) {
      who = name;
    }

    @Override
    public Message forget(String name) {
      done.add("forget " + name);
      return Message.of("course.forgotten", name);
    }

    @Override
    public Message export(String name, Path into) {
      return Message.of("course.export.none");
    }

    @Override
    public Optional<Message> add(Path added) {
      return Optional.of(Message.of("course.no_lesson", added.toString()));
    }

    @Override
    public boolean mayRemove(CourseLesson lesson) {
      return lesson.folder().origin().isPresent();
    }

    @Override
    public void remove(CourseLesson lesson) {
      done.add("remove " + lesson.id());
      lesson.folder().origin().orElseThrow();
    }

    @Override
    public Message print(List<CourseLesson> lessons, Optional<ClassPlan> plan, Path file, Texts texts) {
      done.add("print " + lessons.stream().map(CourseLesson::id).toList());
      return Message.of("course.printed", file.toString());
    }
  }

  private static final Pulse AT_ONCE = new Pulse() {
    @Override
    public Subscription subscribe(Runnable everyFrame) {
      return Subscription.EMPTY;
    }

    @Override
    public void soon(Runnable once) {
      once.run();
    }
  };

  @BeforeEach
  void open() throws Exception {
    learn("", "first-neuron", "both", true);
    learn("", "bias", secondStep("bias"), false);
    learn("王小明", "vanishing", secondStep("vanishing"), false);
    model = new CourseModel(new Shelf(), Runnable::run, AT_ONCE);
    model.refresh();
  }

  private static String secondStep(String lesson) {
    return ReadLesson.of(LessonFolder.bundled(lesson), List.of()).lesson("en").orElseThrow().steps().get(1).id();
  }

  private void learn(String name, String lesson, String step, boolean finished) throws Exception {
    LearnerProgress learner = LearnerProgress.of(folder, name);
    learner.at(lesson, 1, step, NOW);
    if (finished) {
      learner.done(lesson);
    }
    learner.save();
  }

  private List<String> shown() {
    return model.shownProperty().getValue().stream().map(CourseLesson::id).toList();
  }

  @Test
  void whatFailsIsSaidAndTheNextCanBeDone() {
    model.remove(model.content().lessons().get(0)); // one of the program's own, which has no folder
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.saidProperty().get().key()).isEqualTo("course.failed");
    model.print(model.content().lessons().get(0), folder.resolve("guide.pdf"), Texts.ENGLISH);
    assertThat(model.saidProperty().get().key()).isEqualTo("course.printed");
  }

  @Test
  void eachFilterNarrowsAndAllTogetherHold() {
    assertThat(shown()).containsExactly("first-neuron", "bias", "loss", "vanishing");
    model.chapterProperty().set(Optional.of("first"));
    assertThat(shown()).containsExactly("first-neuron", "bias", "loss");
    model.stateProperty().set(Optional.of(CourseLesson.State.NEW));
    assertThat(shown()).containsExactly("loss");
    model.longestProperty().set(Optional.of(7));
    assertThat(shown()).isEmpty();
    assertThat(model.isFiltered()).isTrue();
    model.clearFilters();
    assertThat(shown()).hasSize(4);
    assertThat(model.isFiltered()).isFalse();
    model.longestProperty().set(Optional.of(8));
    assertThat(shown()).containsExactly("first-neuron", "bias", "loss");
    model.clearFilters();
    model.topicProperty().set(Optional.of("gradient"));
    assertThat(shown()).containsExactly("loss", "vanishing");
    model.clearFilters();
    model.stateProperty().set(Optional.of(CourseLesson.State.DONE));
    assertThat(shown()).containsExactly("first-neuron");
  }

  @Test
  void wordsAreFoundInBothLanguagesInTitlesStepsAndTopics() {
    Map.of("NEURON line", "first-neuron", "偏置", "bias", "which way", "first-neuron", "chapter craft", "vanishing", "梯度去哪", "vanishing")
        .forEach((typed, found) -> {
          model.textProperty().set(typed);
          assertThat(shown()).as(typed).containsExactly(found);
        });
    model.textProperty().set("gradient loss");
    assertThat(shown()).as("the topic counts").contains("loss");
    model.textProperty().set("taxi receipts");
    assertThat(shown()).as("what no title says is looked for in the texts").contains("first-neuron");
    model.textProperty().set("nothing like this");
    assertThat(shown()).isEmpty();
  }

  @Test
  void eachLearnerHasProgressOfTheirOwn() throws Exception {
    assertThat(model.content().find("first-neuron").orElseThrow().state()).isEqualTo(CourseLesson.State.DONE);
    assertThat(model.content().find("bias").orElseThrow().stepsDone()).as("who is at the second step has not done the first").isZero();
    LearnerProgress learner = LearnerProgress.of(folder, "");
    learner.record("bias", new LessonAnswer(1, "best", "best-w", "2.3", LessonAnswer.Correctness.WRONG, 3, 0, 0, 20));
    learner.save();
    model.refresh();
    assertThat(model.content().find("bias").orElseThrow().stepsDone()).isEqualTo(1);
    assertThat(model.content().find("bias").orElseThrow().progress().lastOpen()).contains(NOW);
    model.choose(" 王小明 ");
    assertThat(who).isEqualTo("王小明");
    assertThat(model.content().find("first-neuron").orElseThrow().state()).isEqualTo(CourseLesson.State.NEW);
    assertThat(model.content().find("vanishing").orElseThrow().state()).isEqualTo(CourseLesson.State.BEGUN);
    assertThat(model.content().learners()).containsExactly("王小明");
    model.forgetLearner();
    assertThat(done).containsExactly("forget 王小明");
    assertThat(model.saidProperty().get().key()).isEqualTo("course.forgotten");
  }

  @Test
  void aPlanGoesOnWithTheFirstLessonThatIsNotDone() throws Exception {
    model.start(PLAN);
    assertThat(done).as("bias stands in for a lesson that is not there").containsExactly("open bias 1 of p");
    learn("", "bias", "x", true);
    learn("", "loss", "x", true);
    model.refresh();
    model.start(PLAN);
    assertThat(done).as("all are done: from the beginning").last().isEqualTo("open first-neuron 0 of p");
  }

  @Test
  void aLessonOpensWhereItWasLeftOrFromTheBeginning() {
    CourseLesson bias = model.content().find("bias").orElseThrow();
    model.open(bias);
    model.openAnew(bias);
    model.open(model.content().find("first-neuron").orElseThrow());
    assertThat(done).containsExactly("open bias 1", "open bias 0", "open first-neuron 0");
  }

  @Test
  void aGuideOfAPlanHasItsLessonsInOrder() {
    model.print(PLAN, folder.resolve("plan.pdf"), Texts.ENGLISH);
    assertThat(done).containsExactly("print [first-neuron, bias, loss]");
    assertThat(model.saidProperty().get().args()).containsExactly(folder.resolve("plan.pdf").toString());
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void whatCannotBeAddedIsSaid() {
    model.add(folder);
    assertThat(model.saidProperty().get().key()).isEqualTo("course.no_lesson");
  }
}
