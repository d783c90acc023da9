package studio.backprop.teaching.print;

import static studio.backprop.worksheet.print.Xhtml.cell;
import static studio.backprop.worksheet.print.Xhtml.element;
import static studio.backprop.worksheet.print.Xhtml.row;
import static studio.backprop.worksheet.print.Xhtml.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.TeacherNote;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.print.SheetPaper;

/** Teacher's guide as one XHTML document: the plan, if any, then each lesson on a new page. */
public final class GuideHtml {
  private static final String STYLES = styles();

  private final Texts texts;
  private final FormulaPictures formulas;

  public GuideHtml(Texts texts, FormulaPictures formulas) {
    this.texts = texts;
    this.formulas = formulas;
  }

  private static String styles() {
    try (InputStream in = GuideHtml.class.getResourceAsStream("/css/guide-print.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String lesson(GuideLesson lesson, SheetPaper paper) {
    return document(lesson.lesson().title(), lesson(lesson), paper);
  }

  public String plan(ClassPlan plan, List<GuideLesson> lessons, SheetPaper paper) {
    Map<String, String> titles = lessons.stream().collect(Collectors.toMap(one -> one.folder().id(), one -> one.lesson().title()));
    return document(plan.title().in(texts.locale()), front(plan, titles)
        + lessons.stream().map(this::lesson).collect(Collectors.joining("\n")), paper);
  }

  private String document(String about, String body, SheetPaper paper) {
    String title = text(texts.say("guide.title", about));
    String language = texts.locale().toLanguageTag();
    return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language + "\" xml:lang=\"" + language + "\">\n<head>"
        + "<meta charset=\"utf-8\"/><title>" + title + "</title><meta name=\"description\" content=\"" + title + "\"/><style>\n"
        + paper.css() + foot(title) + STYLES + "</style></head>\n<body>\n" + body + "\n</body></html>\n";
  }

  private static String foot(String title) {
    String quoted = title.replace("\\", "").replace("\"", "”");
    String letters = "font-family: 'Backprop Sans', sans-serif; font-size: 7.5pt; color: #444; ";
    return "@page { @bottom-left { " + letters + "content: \"" + quoted + "\"; width: 150mm; } @bottom-right { " + letters
        + "content: counter(page) \" / \" counter(pages); } }\n";
  }

  private String front(ClassPlan plan, Map<String, String> titles) {
    StringBuilder page = new StringBuilder(head(plan.title().in(texts.locale()), texts.say("guide.minutes", plan.minutes())));
    plan.about().forEach(words -> page.append(element("p", "", text(words.in(texts.locale())))));
    StringBuilder rows = new StringBuilder();
    int begin = 0;
    for (ClassPlan.Part part : plan.parts()) {
      if (part.day().isPresent()) {
        begin = 0;
        rows.append(row("<td class=\"day\" colspan=\"2\">" + text(part.day().get().in(texts.locale())) + "</td>"));
      }
      String title = part.lesson(titles::containsKey).map(titles::get).orElse("");
      String missing = part.missing(titles::containsKey).filter(id -> !title.isEmpty())
          .map(id -> " " + text(texts.say("guide.stands_in", id))).orElse("");
      String words = text(part.words().in(texts.locale()));
      rows.append(row(cell("from", begin + "–" + (begin + part.minutes()))
          + cell("part", element("b", "", text(title)) + missing + (title.isEmpty() || words.isEmpty() ? "" : "<br/>") + words)));
      begin += part.minutes();
    }
    return element("div", "lesson", page + element("table", "plan", rows.toString()));
  }

  private static String head(String title, String beside) {
    return element("table", "head", row(cell("title", element("h1", "", text(title))) + cell("code", text(beside))));
  }

  private String lesson(GuideLesson guide) {
    Lesson lesson = guide.lesson();
    StringBuilder page = new StringBuilder(head(lesson.title(), texts.say("guide.head", guide.folder().id(), lesson.minutes())));
    page.append(labelled("guide.believes", text(lesson.believes())));
    if (!guide.needs().isEmpty()) {
      page.append(labelled("guide.needs", text(String.join(texts.say("guide.and"), guide.needs()))));
    }
    GuideMarkdown markdown = new GuideMarkdown(name -> guide.folder().picture(name, texts.locale().getLanguage()), formulas);
    lesson.note().filter(note -> !note.markdown().isBlank()).ifPresent(note -> page.append(element("div", "note",
        markdown.thoughts(note.markdown()))));
    page.append(element("div", "said", markdown.blocks(lesson.opening())));
    StepHtml steps = new StepHtml(texts, markdown);
    for (int i = 0; i < lesson.steps().size(); i++) {
      int at = i;
      String minutes = lesson.note().map(TeacherNote::minutes).filter(all -> at < all.size())
          .map(all -> texts.say("guide.minutes", all.get(at))).orElse("");
      page.append(steps.step(i + 1, lesson.steps().get(i), guide.played().get(i), minutes));
    }
    return element("div", "lesson", page.toString());
  }

  private String labelled(String key, String content) {
    return element("p", "labelled", element("b", "label", text(texts.say(key))) + content);
  }
}
