package studio.backprop.compare;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.project.Project;

/** Cache of loaded data, shared by projects with equal data. Not thread-safe. */
final class SharedData {
  /** Largest number of variants, and the window's own run. */
  private static final int MAX_DATA = 5;

  private record Read(Project of, PreparedData data) {
    boolean suits(Project project) {
      return of.data().equals(project.data()) && of.table().equals(project.table());
    }
  }

  private final List<Read> read = new ArrayList<>();

  /** Adds data that are already loaded. */
  void put(Project of, PreparedData data) {
    read.removeIf(known -> known.suits(of));
    read.add(0, new Read(of, data));
    read.subList(Math.min(MAX_DATA, read.size()), read.size()).clear();
  }

  /** @throws DataProblem if they cannot be read */
  PreparedData load(Project project, Progress progress) throws DataProblem {
    for (Read known : read) {
      if (known.suits(project)) {
        return known.data();
      }
    }
    PreparedData data = PreparedData.load(project.data(), project.table(), progress);
    put(project, data);
    return data;
  }

  void clear() {
    read.clear();
  }
}
