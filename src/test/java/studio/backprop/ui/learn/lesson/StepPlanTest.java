package studio.backprop.ui.learn.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;

/** What a step shows: as it says or, without a word, as the step before, as long as there is something to show of it. */
class StepPlanTest {
  private static final String COMPARES = """
      ## Two rates {#two}
      ```set
      lane A rate 0.1
      lane B rate 0.2
      ```
      ```show
      views: twins
      ```
      """;

  private static StepPlan plan(String steps) {
    String text = """
        ---
        revision: 1
        title: Circles
        start: sample circles
        minutes: 2
        believes: Nothing.
        ---
        Text.
        """ + steps;
    Map<String, byte[]> files = Map.of("en.md", text.getBytes(StandardCharsets.UTF_8));
    LessonFolder folder = new LessonFolder("circles", files, Optional.of(Path.of("circles")));
    Map<String, Lesson> lessons = ReadLesson.of(folder, List.of()).lessons();
    return new StepPlan(lessons.get("en"));
  }

  @Test
  void whoExplainsTheComparisonStillSeesIt() {
    StepPlan plan = plan(COMPARES + "## Why {#why}\nText.\n");
    assertThat(plan.shown(0).views()).containsExactly("twins");
    assertThat(plan.shown(1).views()).containsExactly("twins");
  }

  @Test
  void aStepThatOpensAnotherProjectHasLeftTheComparison() {
    StepPlan plan = plan("""
        ## One {#one}
        ```show
        views: loss
        ```
        """ + COMPARES + """
        ## Another {#other}
        ```set
        open sample circles
        ```
        ## Further on {#on}
        Text.
        """);
    assertThat(plan.shown(1).views()).containsExactly("twins");
    assertThat(plan.shown(2).views()).containsExactly("loss");
    assertThat(plan.shown(3).views()).containsExactly("loss");
  }

  @Test
  void withoutAnythingBeforeItAllIsShownThen() {
    assertThat(plan(COMPARES + "## Another {#other}\n```set\nopen sample circles\n```\n").shown(1)).isEqualTo(Show.ALL);
  }

  @Test
  void whatTheRevealOpensIsShownAfterItAndNotBefore() {
    StepPlan plan = plan("""
        ## Count {#count}
        ```show
        views: structure
        controls: play
        ```
        ```predict number #how-many
        ask: How many?
        answer: network.parameters
        ```
        ```reveal of=how-many
        do: view analyser
        ```
        ## Then {#then}
        Text.
        """);
    assertThat(plan.whileAsking(0)).isEqualTo(new Show(List.of("structure"), List.of(), List.of()));
    assertThat(plan.afterwards(0)).isEqualTo(new Show(List.of("structure", "analyser"), List.of("play"), List.of()));
    assertThat(plan.shown(1).views()).containsExactly("structure");
  }
}
