/** Lessons: files that ask for a prediction, train, and compare it with the numbers of the run. */
@NullMarked
package undercurrent.lesson;

import org.jspecify.annotations.NullMarked;
