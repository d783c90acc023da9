package studio.backprop.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.kind.SheetCatalog;

class ClassPlansTest {
  private static final Set<String> IDS = new HashSet<>(Curriculum.bundled().ids());

  private static List<String> said(List<LessonProblem> problems) {
    return problems.stream().map(problem -> problem.say(Texts.ENGLISH)).toList();
  }

  @Test
  void theProgramsOwnPlansReadWellAndFillTheirTime() {
    ClassPlans all = ClassPlans.bundled();
    assertThat(said(all.problems())).isEmpty();
    assertThat(all.plans()).extracting(ClassPlan::id).containsExactly("class-45", "lecture-90", "week");
    assertThat(all.plans()).extracting(ClassPlan::minutes).containsExactly(45, 90, 5 * 4 * 60);
    for (ClassPlan plan : all.plans()) {
      for (ClassPlan.Part part : plan.parts()) {
        String where = ClassPlans.FILE + ":" + part.line();
        assertThat(part.lesson(IDS::contains).isPresent()).as(where + " has a lesson that is there").isEqualTo(!part.lessons().isEmpty());
        assertThat(part.missing(IDS::contains)).as(where + " needs nobody to stand in").isEmpty();
        assertThat(part.words().english().isEmpty()).as(where + " says the same in both languages").isEqualTo(
            part.words().chinese().isEmpty());
      }
      assertThat(plan.about()).isNotEmpty().allSatisfy(words -> assertThat(words.chinese()).matches(".*\\p{IsHan}.*"));
    }
  }

  @Test
  void theWeekHasEachLessonOnceAndEachLessonHasATopic() {
    List<String> week = ClassPlans.bundled().find("week").orElseThrow().parts().stream()
        .flatMap(part -> part.lesson(IDS::contains).stream()).toList();
    assertThat(week).containsExactlyInAnyOrderElementsOf(IDS);
    assertThat(new HashSet<>(Curriculum.topics().ids())).isEqualTo(IDS);
  }

  @Test
  void worksheetsAndLessonsAreCalledByTheirTitles() {
    List<String> ids = Stream.concat(IDS.stream(), SheetCatalog.all().stream().map(SheetKind::id)).filter(id -> id.contains("-")).toList();
    for (Texts texts : Texts.all()) {
      String said = ClassPlans.bundled().plans().stream().flatMap(plan -> Stream.concat(plan.about().stream(),
          plan.parts().stream().map(ClassPlan.Part::words))).map(words -> words.in(texts.locale())).collect(Collectors.joining("\n"));
      assertThat(ids).noneMatch(said::contains);
      for (String kind : List.of("forward-2-2-1", "backward-step")) {
        assertThat(said).contains("“" + texts.say(SheetCatalog.find(kind).orElseThrow().title()) + "”");
      }
      for (String lesson : List.of("first-neuron", "learning-rate", "first-network")) {
        assertThat(said).contains("“" + ReadLesson.of(LessonFolder.bundled(lesson), List.of()).lesson(texts.locale().getLanguage())
            .orElseThrow().title() + "”");
      }
    }
  }

  @Test
  void theTopicsNameLessonsThatAreThere() {
    Curriculum topics = Curriculum.topics();
    assertThat(said(topics.problems())).isEmpty();
    assertThat(topics.ids()).isSubsetOf(IDS);
    assertThat(topics.chapters()).extracting(Curriculum.Chapter::id).doesNotHaveDuplicates();
  }

  @Test
  void aLessonThatIsNotThereIsStoodInForAndNamed() {
    ClassPlan plan = ClassPlans.read("# a | A | 甲\n5 clinic or vanishing or bias\n3 bias\n4 bias | Again | 再来\n2 | Talk | 讨论\n")
        .plans().get(0);
    Predicate<String> known = Set.of("vanishing", "bias")::contains;
    assertThat(plan.minutes()).isEqualTo(14);
    assertThat(plan.parts().get(0).lesson(known)).contains("vanishing");
    assertThat(plan.parts().get(0).missing(known)).contains("clinic");
    assertThat(plan.parts().get(1).missing(known)).isEmpty();
    assertThat(plan.lessons(known)).as("each once").containsExactly("vanishing", "bias");
    assertThat(plan.after("vanishing", known)).contains("bias");
    assertThat(plan.after("bias", known)).isEmpty();
    assertThat(plan.after("loss", known)).as("of no plan").isEmpty();
    assertThat(plan.after("clinic", id -> true)).as("as soon as it is there").contains("bias");
  }

  @Test
  void whatIsWrongIsToldWithLineAndColumnAndTheRestIsRead() {
    ClassPlans all = ClassPlans.read(String.join("\n", "8 first-neuron", "# A plan", "8 is left out", "# a | A | 甲", "> only English",
        "8 first-neuron", "0 bias", "999 bias", "5", "eight bias", "8 Bias or loss", "8 bias | only English", "## Day | 天", "9 loss",
        "# a | B | 乙", "# c | C | 丙", "1 bias"));
    assertThat(said(all.problems())).containsExactly(
        "plans.txt:1:1: This line belongs to no class plan. Write a line such as # my-class | My class | 我的班 above it.",
        "plans.txt:2:1: This line begins no class plan. Write: # id | English title | 中文标题",
        "plans.txt:5:1: This line has to say it in both languages. Write: > only English | 中文",
        "plans.txt:7:1: A part takes 0 minutes; 1 to 240 are allowed.",
        "plans.txt:8:1: A part takes 999 minutes; 1 to 240 are allowed.",
        "plans.txt:9:1: Here is neither a lesson nor what to do for 5 minutes. Write: 5 first-neuron, or: 5 | what to do | 做什么",
        "plans.txt:10:1: This line is no part of a class plan. Write: 8 first-neuron | what to do | 做什么",
        "plans.txt:11:3: Bias is no id of a lesson: write a–z, 0–9 and hyphens, and \"or\" between two lessons.",
        "plans.txt:12:1: This line is no part of a class plan. Write: 8 first-neuron | what to do | 做什么",
        "plans.txt:15:3: There are two class plans a. Rename one of them.",
        "plans.txt:15:1: Class plan a has no parts. Write one below it, such as: 8 first-neuron");
    assertThat(all.find("a").orElseThrow().minutes()).isEqualTo(17);
    assertThat(all.find("a").orElseThrow().parts().get(1).day().orElseThrow().chinese()).isEqualTo("天");
    assertThat(all.find("c")).isPresent();
  }
}
