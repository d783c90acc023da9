package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Progress;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.CheckedQuantity.Subject;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.check.Nearest;
import studio.backprop.lesson.check.QuantityCatalog;
import studio.backprop.lesson.command.CommandParser;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.network.Node;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/**
 * Static simulation of a lesson from its first step to its last, without training: tracks the open project, and checks that referenced
 * nodes, variants and questions exist.
 */
final class Walkthrough {
  private static final NamedNodes NODES = new NamedNodes();

  private final LessonFolder folder;
  private final Problems problems;
  private final Set<String> questions;

  /**
   * State at a point of the lesson.
   *
   * @param name of the open project
   * @param project empty if unreadable, or changed by an experiment
   * @param lanes changes of each variant
   */
  private record Point(String name, List<Project> project, Map<Character, List<Change>> lanes) {
    boolean hasLane(char lane) {
      return !lanes.isEmpty() && lane <= lanes.keySet().stream().max(Character::compare).orElseThrow();
    }

    Point with(Project changed) {
      return new Point(name, List.of(changed), lanes);
    }

    Point unknown() {
      return new Point(name, List.of(), lanes);
    }
  }

  /** @param questions ids of all questions of the lesson */
  Walkthrough(LessonFolder folder, Problems problems, Set<String> questions) {
    this.folder = folder;
    this.problems = problems;
    this.questions = questions;
  }

  /** Reports missing references. @param passages of one file, in order */
  void walk(List<Passage> passages) {
    Point point = new Point("", List.of(), Map.of());
    Map<Integer, List<Passage>> steps = passages.stream().collect(Collectors.groupingBy(Passage::step, TreeMap::new, Collectors.toList()));
    for (List<Passage> step : steps.values()) {
      point = walkStep(step, point);
    }
  }

  private Point walkStep(List<Passage> step, Point before) {
    Point begun = before;
    for (Passage passage : step) {
      if (passage.is(Passage.FRONT)) {
        begun = start(passage, begun);
      } else if (passage.is("set")) {
        begun = commands(passage.bare(), begun);
      }
    }
    Point end = begun;
    for (Passage passage : step) {
      end = act(passage, begun, end);
    }
    for (Passage passage : step) {
      look(passage, begun, end);
    }
    return end;
  }

  private Point start(Passage front, Point point) {
    for (Entry entry : front.entries()) {
      if (entry.key().equals("start") && !entry.value().isEmpty()) {
        return open(LessonCommand.Opening.of(entry.value()), entry, 1, point);
      }
    }
    return point;
  }

  /** @param column of the name in the entry's value, from 1 */
  private Point open(LessonCommand.Opening opening, Entry at, int column, Point point) {
    String name = opening instanceof LessonCommand.Open open ? open.file() : opening.name();
    try {
      return new Point(name, List.of(folder.project(opening).saved().project()), Map.of());
    } catch (LineFault fault) {
      problems.fault(at, fault.behind(column - 1));
      return new Point(name, List.of(), Map.of());
    }
  }

  /** Applies a reveal, or the solution of a task; a wrong solution starts from the same state. */
  private Point act(Passage passage, Point begun, Point end) {
    boolean acts = passage.is("task") || passage.is("reveal");
    if (!acts) {
      return end;
    }
    commands(passage.entries().stream().filter(entry -> entry.key().equals("fail")).toList(), begun);
    return commands(passage.entries().stream().filter(entry -> entry.key().equals("do") || entry.key().equals("solve")).toList(), end);
  }

  // --- commands

  private Point commands(List<Entry> entries, Point from) {
    Point point = from;
    for (Entry entry : entries) {
      try {
        point = carryOut(CommandParser.parse(entry.value()), entry, point);
      } catch (LineFault told) {
        continue; // reported when the file was read
      }
    }
    return point;
  }

  private Point carryOut(LessonCommand command, Entry at, Point point) {
    if (command instanceof LessonCommand.Opening opening) {
      return open(opening, at, 1 + "open ".length(), point);
    } else if (command instanceof LessonCommand.GiveAnswer answer) {
      question(answer.id(), at, 1 + "answer ".length());
    } else if (command instanceof LessonCommand.RunLanes) {
      lane('A', at, 1, point);
    } else if (command instanceof LessonCommand.KeepLane kept) {
      return keep(kept.lane(), at, point);
    } else if (command instanceof LessonCommand.KeepExperiment) {
      return point.unknown();
    }
    return point.project().isEmpty() || !named(command, at, point) ? point : edited(command, at, point);
  }

  /** Whether all nodes of a command exist; reports those that do not. */
  private boolean named(LessonCommand command, Entry at, Point point) {
    boolean all = true;
    for (String node : command.on(NODES)) {
      all &= node(node, at, column(at, node), point);
    }
    return all;
  }

  private static int column(Entry at, String word) {
    return (" " + at.value() + " ").indexOf(" " + word + " ") + 1;
  }

  private Point edited(LessonCommand command, Entry at, Point point) {
    Project project = point.project().get(0);
    try {
      Project changed = ProjectEdits.apply(command, project);
      if (command instanceof Change change && change.lane().isPresent()) {
        Map<Character, List<Change>> lanes = new TreeMap<>(point.lanes());
        lanes.put(change.lane().get(), and(lanes.getOrDefault(change.lane().get(), List.of()), change));
        return new Point(point.name(), point.project(), lanes);
      }
      return point.with(changed);
    } catch (LineFault fault) {
      problems.fault(at, fault);
      return point;
    }
  }

  private static <T> List<T> and(List<T> some, T more) {
    List<T> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  private Point keep(char lane, Entry at, Point point) {
    lane(lane, at, 1 + "keep lane ".length(), point);
    Point kept = point;
    for (Change change : point.lanes().getOrDefault(lane, List.of())) {
      kept = kept.project().isEmpty() ? kept : edited(new Change(Optional.empty(), change.owner(), change.node(), change.name(),
          change.value()), at, kept);
    }
    return kept;
  }

  // --- quantities and checks

  private void look(Passage passage, Point begun, Point end) {
    if (passage.is("show") || passage.is("focus")) {
      shown(passage, begun);
    }
    for (Entry text : passage.texts()) {
      LessonText.each(text.value(), (before, place) -> {
        place.sum().ifPresent(sum -> sum.each(one -> quantity(one, text, before, begun, end)));
        place.word().ifPresent(one -> quantity(one, text, before, begun, end));
      });
    }
    for (Entry entry : passage.is(Passage.TEXT) || passage.is("set") ? List.<Entry>of() : passage.entries()) {
      for (CheckedQuantity one : quantities(passage, entry)) {
        quantity(one, entry, 0, begun, end);
      }
    }
  }

  private static List<CheckedQuantity> quantities(Passage passage, Entry entry) {
    boolean check = entry.key().equals("check") || entry.key().equals("expect");
    boolean sum = entry.key().equals("y") || passage.is("predict number") && entry.key().equals("answer");
    List<CheckedQuantity> all = new ArrayList<>();
    try {
      if (check) {
        Check read = CheckParser.check(entry.value());
        all.addAll(read.quantities());
      } else if (sum) {
        Expression read = CheckParser.sum(entry.value());
        read.each(all::add);
      }
    } catch (LineFault told) {
      return List.of(); // reported when the file was read
    }
    return all;
  }

  /** Checks a quantity at the state at which it is read: at the beginning or at the end of the step. */
  private void quantity(CheckedQuantity asked, Entry at, int before, Point begun, Point end) {
    int column = before + Math.max(1, asked.column());
    if (asked.subject() == Subject.ANSWER) {
      question(asked.node(), at, column);
    }
    asked.lane().filter(lane -> !begun.hasLane(lane)).ifPresent(lane -> lane(lane, at, column, end));
    boolean mayBeMissing = asked.subject() != Subject.NODE || asked.name().equals("exists") || begun.project().isEmpty()
        || !Check.matches(asked.node(), begun.project().get(0).network()).isEmpty();
    if (!mayBeMissing) {
      node(asked.node(), at, column, end);
    }
    boolean ofClass = QuantityCatalog.ofClasses(asked.name()) && !asked.indices().isEmpty();
    if (ofClass && lacksClass(asked.indices().get(0), begun) && lacksClass(asked.indices().get(0), end)) {
      Project project = end.project().get(0);
      problems.fault(at, new LineFault(column,
          Message.of("lesson.play.no_class", asked.indices().get(0), project.data().dataset(), classes(project) - 1)));
    }
  }

  private static boolean lacksClass(int place, Point point) {
    int classes = point.project().isEmpty() ? 0 : classes(point.project().get(0));
    return classes > 0 && place >= classes;
  }

  /** Number of classes; 0 without classes, or for unreadable data, which are reported elsewhere. */
  private static int classes(Project project) {
    Optional<DataForm> known = DataForm.of(project.data());
    try {
      return known.isPresent() ? known.get().classes()
          : DatasetCatalog.load(project.data(), project.table(), Progress.NONE).classNames().size();
    } catch (DataProblem told) {
      return 0;
    }
  }

  private void shown(Passage passage, Point point) {
    for (Entry entry : passage.entries()) {
      int from = 1;
      for (String item : entry.value().split(",", -1)) {
        String[] words = item.strip().split("\\s+");
        boolean named = entry.key().equals("nodes") || words.length == 2 && Set.of("inside", "weight", "node").contains(words[0]);
        String node = words[words.length - 1];
        if (named && !node.isEmpty()) {
          node(node, entry, from + item.lastIndexOf(node), point);
        }
        from += item.length() + 1;
      }
    }
  }

  private boolean node(String name, Entry at, int column, Point point) {
    if (point.project().isEmpty()) {
      return true;
    }
    List<Node> all = point.project().get(0).network().nodes();
    boolean found = !Check.matches(name, point.project().get(0).network()).isEmpty();
    if (!found) {
      Message hint = Nearest.hint(name, all.stream().map(Node::name).toList());
      problems.fault(at, new LineFault(column, Message.of("lesson.folder.no_node", point.name(), name, hint)));
    }
    return found;
  }

  private void lane(char lane, Entry at, int column, Point point) {
    if (!point.hasLane(lane)) {
      problems.fault(at, new LineFault(column, Message.of("lesson.play.no_lane", String.valueOf(lane))));
    }
  }

  private void question(String id, Entry at, int column) {
    if (!questions.contains(id)) {
      problems.fault(at, new LineFault(column, Message.of("lesson.folder.no_question", id, Nearest.hint(id, questions))));
    }
  }
}
