package studio.backprop.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.teaching.print.GuideHtml;
import studio.backprop.teaching.print.GuideLesson;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.formula.FormulaPicture;
import studio.backprop.worksheet.print.SheetPaper;
import studio.backprop.worksheet.print.WorksheetPdf;

/** Options that print the teacher's guide as HTML and PDF. */
final class PrintGuide {
  private enum Printed {
    TEACHER
  }

  /** Values of {@code --language}. */
  private enum GuideLanguage {
    EN(Texts.ENGLISH),
    ZH(Texts.CHINESE);

    private final Texts texts;

    GuideLanguage(Texts texts) {
      this.texts = texts;
    }
  }

  @Option(names = "--print", paramLabel = "teacher", descriptionKey = "backprop.lesson.print")
  private Printed print;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "backprop.lesson.out")
  private Path out = Path.of("guides");

  @Option(names = "--language", paramLabel = "en|zh", descriptionKey = "backprop.lesson.language")
  private GuideLanguage language;

  @Option(names = "--paper", paramLabel = "a4|letter", descriptionKey = "backprop.lesson.paper")
  private SheetPaper paper = SheetPaper.A4;

  boolean isWanted() {
    return print != null;
  }

  /** @param plan to be printed with its lessons; without one, the lesson alone */
  void print(Optional<ClassPlan> plan, Optional<LessonFolder> lesson, Terminal terminal) throws Failure {
    Texts texts = language == null ? terminal.texts() : language.texts;
    GuideHtml html = new GuideHtml(texts, FormulaPicture::draw);
    List<String> known = Curriculum.bundled().ids();
    List<LessonFolder> folders = plan.map(one -> one.lessons(known::contains).stream().map(LessonFolder::bundled).toList())
        .orElseGet(() -> List.of(lesson.orElseThrow()));
    List<GuideLesson> lessons = new ArrayList<>();
    for (LessonFolder folder : folders) {
      Lesson read = ReadLesson.of(folder, known).lesson(texts.locale().getLanguage())
          .orElseThrow(() -> Failure.of("cli.problem.no_lesson", folder.id()));
      lessons.add(GuideLesson.of(folder, read, KernelChoice.create(1), texts));
    }
    String xhtml = plan.map(one -> html.plan(one, lessons, paper)).orElseGet(() -> html.lesson(lessons.get(0), paper));
    String name = plan.map(ClassPlan::id).orElseGet(() -> folders.get(0).id()) + "-teacher-" + texts.locale().getLanguage()
        + (paper == SheetPaper.A4 ? "" : "-" + paper.name().toLowerCase(Locale.ROOT));
    write(out.resolve(name + ".html"), out.resolve(name + ".pdf"), xhtml, terminal);
  }

  private void write(Path html, Path pdf, String xhtml, Terminal terminal) throws Failure {
    try {
      Files.createDirectories(out);
      AtomicFile.write(html, file -> file.write(xhtml.getBytes(StandardCharsets.UTF_8)));
      AtomicFile.write(pdf, file -> WorksheetPdf.write(xhtml, file));
    } catch (IOException e) {
      throw Failure.of("cli.problem.folder", out.toString());
    } catch (StoreProblem e) {
      throw new Failure(e.sentence());
    }
    terminal.print(html.toString());
    terminal.print(pdf.toString());
  }
}
