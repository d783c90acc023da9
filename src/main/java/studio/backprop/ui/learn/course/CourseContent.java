package studio.backprop.ui.learn.course;

import java.util.List;
import java.util.Optional;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.text.Message;

/**
 * What the page of lessons lists.
 *
 * @param lessons in the order of the course
 * @param topics what lessons may be about; each with the ids of its lessons
 * @param learner the name of who learns; empty where none was given
 * @param learners all names that were given on this machine
 * @param trouble a sentence where what the learner did could not be read
 */
public record CourseContent(
    List<CourseLesson> lessons, List<Curriculum.Chapter> topics, List<ClassPlan> plans, String learner, List<String> learners,
    Optional<Message> trouble) {
  /** Before the first reading. */
  static final CourseContent NONE = new CourseContent(List.of(), List.of(), List.of(), "", List.of(), Optional.empty());

  public CourseContent {
    lessons = List.copyOf(lessons);
    topics = List.copyOf(topics);
    plans = List.copyOf(plans);
    learners = List.copyOf(learners);
  }

  public Optional<CourseLesson> find(String id) {
    return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
  }

  public boolean has(String id) {
    return find(id).isPresent();
  }

  /** Chapters with lessons, in order. */
  List<Curriculum.Chapter> chapters() {
    return lessons.stream().map(CourseLesson::chapter).distinct().toList();
  }

  /** Lessons of a plan, including substitutes. */
  public List<CourseLesson> lessons(ClassPlan plan) {
    return plan.lessons(this::has).stream().flatMap(id -> find(id).stream()).toList();
  }

  /** Next lesson of a plan: the first incomplete one, or the first. */
  public Optional<CourseLesson> next(ClassPlan plan) {
    List<CourseLesson> all = lessons(plan);
    return all.stream().filter(lesson -> lesson.state() != CourseLesson.State.DONE).findFirst().or(() -> all.stream().findFirst());
  }
}
