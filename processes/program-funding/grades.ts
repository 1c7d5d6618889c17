import type { EvaluationGrade } from '../case.ts';

/**
 * The grade of a score from 0 to 100 in tenths of a point; a score at a boundary has the better grade, 89.9 is not 90. Compared in tenths:
 * exact. Throws a RangeError for what is no such score.
 */
export function gradeOf(score: number, grades: readonly EvaluationGrade[]): EvaluationGrade {
  const tenths = Math.round(score * 10);
  if (!(score >= 0 && score <= 100) || Math.abs(score * 10 - tenths) > 1e-6) throw new RangeError(`no score: ${score}`);
  const grade = grades.find(({ fromScore }) => tenths >= fromScore * 10);
  if (!grade) throw new RangeError(`no grade for ${score}`);
  return grade;
}
