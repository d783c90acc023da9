package studio.backprop.lesson.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Message;

/** Plays a lesson with several seeds and counts the seeds that meet each tolerance. */
public final class Proof {
  private static final int SEEDS = 3;
  /** Additional seeds where the first ones disagree. */
  private static final int MORE_SEEDS = 5;

  private final Map<List<Object>, List<LessonProblem>> misses = new LinkedHashMap<>();
  private final Lesson lesson;
  private final LessonFolder folder;
  private final String file;
  private final Kernels kernels;
  private final Progression progression;
  private int played;

  private Proof(Lesson lesson, LessonFolder folder, String file, Kernels kernels, Progression progression) {
    this.lesson = lesson;
    this.folder = folder;
    this.file = file;
    this.kernels = kernels;
    this.progression = progression;
  }

  /**
   * Plays a lesson.
   *
   * @param file its name, for problems
   * @return violated conditions, each with the number of failing seeds
   */
  public static List<LessonProblem> of(Lesson lesson, LessonFolder folder, String file, Kernels kernels) {
    return of(lesson, folder, file, kernels, Progression.NONE);
  }

  /** Plays a parsed lesson, in English where it is in both languages, with kernels of its own. */
  public static List<LessonProblem> of(ReadLesson read, Progression progression) {
    String file = read.lessons().containsKey("en") ? "en.md" : "zh.md";
    try (Kernels kernels = KernelChoice.create(1)) {
      return of(read.lesson("en").orElseThrow(), read.folder(), file, kernels, progression);
    }
  }

  /** Plays it until cancelled. @param progression if it cancels, the result is meaningless */
  public static List<LessonProblem> of(Lesson lesson, LessonFolder folder, String file, Kernels kernels, Progression progression) {
    Proof proof = new Proof(lesson, folder, file, kernels, progression);
    proof.play(SEEDS);
    if (proof.misses.values().stream().anyMatch(one -> one.size() < SEEDS)) {
      proof.play(MORE_SEEDS);
    }
    return proof.problems();
  }

  private void play(int seeds) {
    for (; played < seeds; played++) {
      int before = played;
      Progression part = done -> progression.reached((before + done) / seeds);
      for (LessonProblem problem : SelfTest.of(lesson, folder, file, kernels, OptionalLong.of(played), part)) {
        Object what = problem.sentence().args().isEmpty() ? "" : problem.sentence().args().get(0);
        misses.computeIfAbsent(List.of(problem.line(), problem.sentence().key(), what), key -> new ArrayList<>()).add(problem);
      }
    }
  }

  private List<LessonProblem> problems() {
    return misses.values().stream().map(all -> {
      LessonProblem first = all.get(0);
      Message sentence = Message.of("lesson.prove.some", first.sentence(), all.size(), played);
      return new LessonProblem(first.file(), first.line(), first.column(), sentence, first.error());
    }).toList();
  }
}
